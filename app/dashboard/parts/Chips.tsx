import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useBoard } from '../BoardContext.tsx';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  min-height: 24px;

  @media print {
    & button {
      display: none;
    }
  }
`;

const Mark = styled.span`
  display: inline-flex;
  align-items: center;
  padding: 2px 8px;
  border-radius: ${({ theme }) => theme.borderRadii.sm};
  background: ${color('background.subtle')};
  color: ${color('foreground.default')};
  font-size: 12px;
  line-height: 16px;
`;

const Remove = styled.button`
  min-width: 20px;
  margin-right: -6px;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  line-height: 20px;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
  }
`;

export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly onRemove: () => void;
}

export interface ChipsProps {
  /** What the list is of, for screen readers. */
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onRemoveAll: () => void;
}

/** What is narrowed to, each to be taken away; nothing where there is none. */
export function Chips({ label, chips, onRemoveAll }: ChipsProps) {
  const { say } = useBoard().language;
  if (chips.length === 0) return null;
  return (
    <List aria-label={label}>
      {chips.map(({ key, text, onRemove }) => (
        <li key={key}>
          <Mark>
            <span>{text}</span>
            <Remove type="button" aria-label={say('register.remove', { what: text })} onClick={onRemove}>
              <span aria-hidden="true">×</span>
            </Remove>
          </Mark>
        </li>
      ))}
      <li>
        <LinkButton onClick={onRemoveAll}>{say('register.removeAll')}</LinkButton>
      </li>
    </List>
  );
}
