import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import type { TicketField } from '../api/form-shapes.ts';
import type { FieldValue } from '../api/shapes.ts';
import { useParts } from '../state/store.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { DateField } from './fields/DateField.tsx';
import type { FieldState } from './fields/field-state.ts';
import { MultiField } from './fields/MultiField.tsx';
import { OptionField } from './fields/OptionField.tsx';
import { TextField } from './fields/TextField.tsx';

interface CustomFieldProps {
  field: TicketField;
  model: TicketModel;
  isRequired: boolean;
}

/** A custom ticket field with the control of its type. */
export function CustomField({ field, model, isRequired }: CustomFieldProps) {
  const state = useParts(model.store, 'ticket', 'draft', 'fieldLooks', 'problem');
  const look = state.fieldLooks[`custom_field_${field.id}`];
  const value = shownValues(state).fields.get(field.id) ?? null;
  const change = (next: FieldValue) => model.setField(field.id, next);
  if (look?.hidden) return null;
  const isFaulty = state.problem?.fieldIds.includes(field.id) === true;
  const control: FieldState = {
    isRequired,
    isDisabled: (look?.disabled ?? false) || state.ticket.status === 'closed',
    error: isFaulty ? (state.problem?.details.find((it) => it.includes(field.title)) ?? '') : undefined,
  };
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.type) {
    case 'tagger':
      return (
        <OptionField field={field} value={text} onChange={(next) => change(next || null)} {...control} />
      );
    case 'multiselect':
      return (
        <MultiField
          field={field}
          values={Array.isArray(value) ? value : []}
          onChange={(next) => change([...next])}
          {...control}
        />
      );
    case 'checkbox':
      return (
        <Field>
          <Checkbox
            checked={value === true}
            disabled={control.isDisabled}
            onChange={(event) => change(event.target.checked)}
          >
            <Label isRegular>{field.title}</Label>
          </Checkbox>
        </Field>
      );
    case 'date':
      return <DateField label={field.title} value={text.slice(0, 10)} onChange={change} {...control} />;
    default:
      return <TextField field={field} value={text} onChange={change} {...control} />;
  }
}
