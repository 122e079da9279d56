import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { NARROWINGS, type Narrowings } from '../route/route.ts';
import { narrowingText } from './narrowing-text.ts';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  min-height: 24px;
`;

const Chip = styled.span`
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
  border: 0;
  padding: 0 0 0 4px;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
`;

export interface ChipsProps {
  readonly narrowings: Narrowings;
  readonly zone: string;
  readonly onChange: (narrowings: Narrowings) => void;
}

/** What the list is narrowed to, each to be taken away. */
export function Chips({ narrowings, zone, onChange }: ChipsProps) {
  const { language, when } = useBoard();
  const { say } = language;
  const account = useAccountNames();
  const owners = (narrowings.assignee ?? '').split(',').map(Number).filter(Boolean);
  const owner = useNames('user', owners);
  const shown = NARROWINGS.flatMap((name) => {
    const value = narrowings[name];
    return value === undefined
      ? []
      : [{ name, text: narrowingText(name, value, { language, when, owner, account, zone }) }];
  });
  if (shown.length === 0) return null;
  return (
    <List aria-label={say('register.narrowedTo')}>
      {shown.map(({ name, text }) => (
        <li key={name}>
          <Chip>
            <span>{text}</span>
            <Remove
              type="button"
              aria-label={say('register.remove', { what: text })}
              onClick={() => {
                const { [name]: _gone, ...rest } = narrowings;
                onChange(rest);
              }}
            >
              <span aria-hidden="true">×</span>
            </Remove>
          </Chip>
        </li>
      ))}
      <li>
        <LinkButton onClick={() => onChange({})}>{say('register.removeAll')}</LinkButton>
      </li>
    </List>
  );
}
