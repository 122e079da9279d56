import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import type { Option } from '../names/account-names.ts';
import { Checks } from '../parts/Checks.tsx';
import { Popup } from '../parts/Popup.tsx';
import { toggled, valuesOf } from '../route/many.ts';

const Narrow = styled.div`
  width: 184px;
`;

export interface ManyFilterProps {
  readonly label: string;
  /** What stands for no choice: "All brands". */
  readonly all: string;
  readonly options: readonly Option[];
  /** Values divided by commas. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** What a filter's button says: its one value by name, several by their number. */
export function useChosenText(): (
  of: Pick<ManyFilterProps, 'label' | 'all'>,
  names: readonly string[],
) => string {
  const { say } = useBoard().language;
  return ({ label, all }, names) => {
    const [first] = names;
    if (first === undefined) return all;
    return names.length === 1 ? first : say('filter.several', { what: label, n: names.length });
  };
}

/** Some of a few, or all. */
export function ManyFilter({ label, all, options, value, onChange }: ManyFilterProps) {
  const textOf = useChosenText();
  const chosen = valuesOf(value);
  const unknown = chosen
    .filter((one) => options.every((option) => option.value !== one))
    .map((one) => ({ value: one, label: one }));
  const offered = [...options, ...unknown];
  const names = offered.filter((one) => chosen.includes(one.value)).map((one) => one.label);
  return (
    <Narrow>
      <Popup label={label} text={textOf({ label, all }, names)}>
        <Checks options={offered} chosen={chosen} onToggle={(one) => onChange(toggled(value, one))} />
      </Popup>
    </Narrow>
  );
}
