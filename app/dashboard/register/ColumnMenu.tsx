import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { Checks } from '../parts/Checks.tsx';
import { Popup } from '../parts/Popup.tsx';
import { COLUMN_PARTS, COLUMNS, type ColumnName } from './columns.tsx';

const Wide = styled.div`
  & fieldset {
    width: 230px;
  }
`;

export interface ColumnMenuProps {
  readonly columns: readonly ColumnName[];
  readonly onToggle: (name: ColumnName) => void;
}

/** Which columns are shown. */
export function ColumnMenu({ columns, onToggle }: ColumnMenuProps) {
  const { say } = useBoard().language;
  const offered = COLUMNS.filter((name) => name !== 'ticket');
  const toggle = (value: string): void => {
    const name = offered.find((one) => one === value);
    if (name) onToggle(name);
  };
  return (
    <Wide>
      <Popup label={say('register.columns')} side="right">
        <Checks
          options={offered.map((name) => ({ value: name, label: say(COLUMN_PARTS[name].heading) }))}
          chosen={columns}
          onToggle={toggle}
        />
      </Popup>
    </Wide>
  );
}
