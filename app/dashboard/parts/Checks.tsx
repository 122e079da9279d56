import { Checkbox, Field } from '@zendeskgarden/react-forms';

export interface Check {
  readonly value: string;
  readonly label: string;
}

export interface ChecksProps {
  readonly options: readonly Check[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** Any of a few. */
export function Checks({ options, chosen, onToggle }: ChecksProps) {
  return options.map(({ value, label }) => (
    <Field key={value}>
      <Checkbox checked={chosen.includes(value)} onChange={() => onToggle(value)}>
        <Field.Label isRegular>{label}</Field.Label>
      </Checkbox>
    </Field>
  ));
}
