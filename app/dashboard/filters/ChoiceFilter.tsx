import { Field, Select } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import type { Option } from '../names/account-names.ts';

const Narrow = styled.div`
  width: 184px;
`;

export interface ChoiceFilterProps {
  readonly label: string;
  /** What stands for no choice: "All brands". */
  readonly all: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly withLabel?: boolean;
}

/** One of a few, or all. */
export function ChoiceFilter({ label, all, options, value, onChange, withLabel = false }: ChoiceFilterProps) {
  const isKnown = value === undefined || options.some((one) => one.value === value);
  return (
    <Narrow>
      <Field>
        <Field.Label hidden={!withLabel}>{label}</Field.Label>
        <Select isCompact value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
          <option value="">{all}</option>
          {isKnown ? null : <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
    </Narrow>
  );
}
