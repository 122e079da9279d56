import { DatePicker } from '@zendeskgarden/react-datepickers';
import { Checkbox, Field, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import type { FieldValue, TicketField } from '../api/shapes.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { TagsField } from './TagsField.tsx';

/** A custom ticket field with the control of its type. */
export function CustomField({ field, model }: { field: TicketField; model: TicketModel }) {
  const state = useStore(model.store);
  const look = state.fieldLooks[`custom_field_${field.id}`];
  const value = shownValues(state).fields.get(field.id) ?? null;
  const change = (next: FieldValue) => model.setField(field.id, next);
  if (look?.hidden) return null;
  if (field.type === 'tagger') {
    return (
      <ChoiceField
        label={field.title}
        value={typeof value === 'string' ? value : ''}
        options={field.custom_field_options.map((option) => ({ value: option.value, label: option.name }))}
        look={look}
        onChange={(next) => change(next === '' ? null : next)}
      />
    );
  }
  if (field.type === 'multiselect') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <TagsField
        label={field.title}
        tags={chosen}
        onAdd={(tags) => change([...chosen, ...tags])}
        onRemove={(tag) => change(chosen.filter((it) => it !== tag))}
      />
    );
  }
  if (field.type === 'checkbox') {
    return (
      <Field>
        <Checkbox
          checked={value === true}
          disabled={look?.disabled ?? false}
          onChange={(event) => change(event.target.checked)}
        >
          <Label isRegular>{field.title}</Label>
        </Checkbox>
      </Field>
    );
  }
  return <TextualField field={field} value={value} isDisabled={look?.disabled ?? false} onChange={change} />;
}

interface TextualFieldProps {
  field: TicketField;
  value: FieldValue;
  isDisabled: boolean;
  onChange: (value: FieldValue) => void;
}

function TextualField({ field, value, isDisabled, onChange }: TextualFieldProps) {
  const text = value === null ? '' : String(value);
  const typed = (next: string) => onChange(next === '' ? null : next);
  const { locale } = useWords();
  return (
    <Field>
      <Label>{field.title}</Label>
      {field.type === 'textarea' && (
        <Textarea
          isCompact
          disabled={isDisabled}
          value={text}
          onChange={(event) => typed(event.target.value)}
        />
      )}
      {field.type === 'date' && (
        <DatePicker
          isCompact
          locale={locale}
          {...(text === '' ? {} : { value: localDate(text) })}
          onChange={(date) => onChange(isoDate(date))}
        >
          <Input isCompact disabled={isDisabled} placeholder="–" />
        </DatePicker>
      )}
      {field.type !== 'textarea' && field.type !== 'date' && (
        <Input
          isCompact
          disabled={isDisabled}
          value={text}
          placeholder="–"
          onChange={(event) => typed(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A civil date as the picker wants it: midnight of the browser's own day. */
function localDate(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day);
}

function isoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
