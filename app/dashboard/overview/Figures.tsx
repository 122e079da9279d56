import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { AlertIcon, ClockIcon } from '../../ui/icons.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { Overview } from '../api/overview.ts';
import { useBoard } from '../BoardContext.tsx';
import type { Narrowings } from '../route/route.ts';
import { figureItems } from './figure-items.ts';

const Strip = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 1px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('border.subtle')};
  overflow: hidden;
`;

const toneColor: Readonly<Record<Tone, string>> = {
  neutral: 'foreground.default',
  warning: 'foreground.warning',
  danger: 'foreground.danger',
  success: 'foreground.default',
};

const Item = styled.li`
  flex: 1 1 150px;
  background: ${color('background.default')};
`;

const Figure = styled.button<{ $tone: Tone }>`
  display: grid;
  align-content: start;
  justify-items: start;
  width: 100%;
  height: 100%;
  padding: 12px 16px;
  border: 0;
  background: none;
  color: ${color('foreground.default')};
  font: inherit;
  font-size: 12px;
  line-height: 16px;
  text-align: left;
  cursor: pointer;

  &:hover {
    background: ${color('background.subtle')};
  }

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: -2px;
  }

  & strong {
    display: flex;
    align-items: center;
    gap: 6px;
    color: ${({ $tone, theme }) => color(toneColor[$tone])({ theme })};
    font-size: 26px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    line-height: 32px;
    font-variant-numeric: tabular-nums;
  }

  & b {
    font-size: 14px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    line-height: 20px;
  }

  & span {
    color: ${color('foreground.subtle')};
  }
`;

const ICONS: Readonly<Partial<Record<Tone, typeof AlertIcon>>> = { danger: AlertIcon, warning: ClockIcon };

/** What a lead looks at first; each figure opens its list. */
export function Figures({ overview, onOpen }: { overview: Overview; onOpen: (list: Narrowings) => void }) {
  const { language, when } = useBoard();
  const items = figureItems(overview, { say: language.say, when });
  return (
    <Strip aria-label={language.say('figures.title')}>
      {items.map(({ key, label, beside, count, tone, narrowings }) => {
        const Icon = ICONS[tone];
        return (
          <Item key={key}>
            <Figure type="button" $tone={tone} onClick={() => onOpen(narrowings)}>
              <strong>
                {count}
                {Icon ? <Icon /> : null}
              </strong>
              <b>{label}</b>
              <span>{beside}</span>
            </Figure>
          </Item>
        );
      })}
    </Strip>
  );
}
