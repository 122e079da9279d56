import { Field, Hint, Input, Label, Message, Textarea } from '@zendeskgarden/react-forms';
import type { TicketField } from '../../api/form-shapes.ts';
import { useWords } from '../../state/workspace.ts';
import type { FieldState } from './field-state.ts';

interface TextFieldProps extends FieldState {
  field: TicketField;
  value: string;
  onChange: (value: string | null) => void;
}

const modes: Readonly<Record<string, 'numeric' | 'decimal'>> = { integer: 'numeric', decimal: 'decimal' };

/** Text of one line or many, numbers, and text that must match a pattern. Lookups are shown, not changed. */
export function TextField({ field, value, onChange, isRequired, isDisabled, error }: TextFieldProps) {
  const words = useWords();
  const mode = modes[field.type];
  const shared = {
    isCompact: true,
    disabled: isDisabled,
    value,
    placeholder: '–',
    ...(error === undefined ? {} : { validation: 'error' as const }),
  };
  const typed = (next: string) => onChange(next === '' ? null : next);
  return (
    <Field>
      <Label>
        {field.title}
        {isRequired && '*'}
      </Label>
      {field.type === 'lookup' && <Hint>{words.t('lookupReadOnly')}</Hint>}
      {field.type === 'textarea' ? (
        <Textarea {...shared} minRows={2} maxRows={8} onChange={(event) => typed(event.target.value)} />
      ) : (
        <Input
          {...shared}
          readOnly={field.type === 'lookup'}
          {...(mode ? { inputMode: mode } : {})}
          onChange={(event) => typed(event.target.value)}
        />
      )}
      {error !== undefined && <Message validation="error">{error}</Message>}
    </Field>
  );
}
