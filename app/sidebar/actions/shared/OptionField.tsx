import { Field, Select } from '@zendeskgarden/react-forms';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface OptionFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** The line for nothing chosen yet; without it one of the options is always chosen. */
  readonly none?: string;
  readonly fault?: string | undefined;
}

/** A choice of one among several in a drop-down. */
export function OptionField<Value extends string>(props: OptionFieldProps<Value>) {
  const { label, options, value, onChange, none, fault } = props;
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select
        isCompact
        value={value ?? ''}
        onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
        {...(fault ? { validation: 'error' as const } : {})}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      {fault ? <Field.Message validation="error">{fault}</Field.Message> : null}
    </Field>
  );
}
