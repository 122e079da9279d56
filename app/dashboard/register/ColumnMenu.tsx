import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useBoard } from '../BoardContext.tsx';
import { COLUMN_PARTS, COLUMNS, type ColumnName } from './columns.tsx';

const Place = styled.div`
  position: relative;
`;

const Panel = styled.fieldset`
  position: absolute;
  right: 0;
  z-index: 5;
  display: grid;
  gap: 6px;
  width: 230px;
  margin: 4px 0 0;
  padding: 12px 16px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.raised')};
  box-shadow: ${({ theme }) => theme.shadows.lg('4px', '12px', 'rgba(0, 0, 0, 0.2)')};
`;

/** Closes what is open on Escape and on a click elsewhere. */
function useClosing(isOpen: boolean, close: () => void) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      close();
      place.current?.querySelector('button')?.focus();
    };
    const onPoint = (event: PointerEvent): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPoint);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPoint);
    };
  }, [isOpen, close]);
  return place;
}

export interface ColumnMenuProps {
  readonly columns: readonly ColumnName[];
  readonly onToggle: (name: ColumnName) => void;
}

/** Which columns are shown. */
export function ColumnMenu({ columns, onToggle }: ColumnMenuProps) {
  const { say } = useBoard().language;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const place = useClosing(isOpen, () => setOpen(false));
  return (
    <Place ref={place}>
      <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {say('register.columns')}
      </Button>
      {isOpen ? (
        <Panel id={id} aria-label={say('register.columns')}>
          {COLUMNS.filter((name) => name !== 'ticket').map((name) => (
            <Field key={name}>
              <Checkbox checked={columns.includes(name)} onChange={() => onToggle(name)}>
                <Field.Label isRegular>{say(COLUMN_PARTS[name].heading)}</Field.Label>
              </Checkbox>
            </Field>
          ))}
        </Panel>
      ) : null}
    </Place>
  );
}
