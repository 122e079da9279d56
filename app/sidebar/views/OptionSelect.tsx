import { Field, Message, Select } from '@zendeskgarden/react-forms';
import type { FieldOption } from '../../zaf/account.ts';

export interface OptionSelectProps {
  readonly label: string;
  readonly options: readonly FieldOption[];
  /** An option's tag, or empty for none. */
  readonly value: string;
  /** What stands for "none". */
  readonly none?: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A choice among the options of a ticket field, named as the account names them. */
export function OptionSelect({ label, options, value, none, onChange, hint, error }: OptionSelectProps) {
  const message = error ?? hint;
  const validation = error ? ({ validation: 'error' } as const) : {};
  return (
    <Field style={{ flex: 1, minWidth: 0 }}>
      <Field.Label>{label}</Field.Label>
      <Select isCompact value={value} onChange={(event) => onChange(event.target.value)} {...validation}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </Select>
      {message ? <Message {...validation}>{message}</Message> : null}
    </Field>
  );
}
