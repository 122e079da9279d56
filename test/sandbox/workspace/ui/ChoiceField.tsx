import { Field, Label, Select } from '@zendeskgarden/react-forms';
import type { FieldLook } from '../ticket/state.ts';

interface ChoiceFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  look: FieldLook | undefined;
  onChange: (value: string) => void;
}

/** A drop-down with an empty choice; an app may have hidden or disabled it. */
export function ChoiceField({ label, value, options, look, onChange }: ChoiceFieldProps) {
  if (look?.hidden) return null;
  const isUnknown = value !== '' && !options.some((option) => option.value === value);
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        isCompact
        value={value}
        disabled={look?.disabled ?? false}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">–</option>
        {isUnknown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
