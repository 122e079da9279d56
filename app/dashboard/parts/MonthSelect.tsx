import { Field, Select } from '@zendeskgarden/react-forms';
import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { monthPlus } from '../format.ts';

const MONTHS = 36;

const Narrow = styled.div`
  width: 190px;
`;

export interface MonthSelectProps {
  readonly value: string;
  /** The newest that can be chosen. */
  readonly last: string;
  readonly onChange: (month: string) => void;
  /** Without it the label is for screen readers only. */
  readonly withLabel?: boolean;
}

/** One of the last three years' months. */
export function MonthSelect({ value, last, onChange, withLabel = false }: MonthSelectProps) {
  const { language, format } = useBoard();
  const recent = Array.from({ length: MONTHS }, (_, index) => monthPlus(last, -index));
  const months = recent.includes(value) ? recent : [...recent, value];
  return (
    <Narrow>
      <Field>
        <Field.Label hidden={!withLabel}>{language.say('filter.month')}</Field.Label>
        <Select isCompact value={value} onChange={(event) => onChange(event.target.value)}>
          {months.map((month) => (
            <option key={month} value={month}>
              {format.month(month)}
            </option>
          ))}
        </Select>
      </Field>
    </Narrow>
  );
}
