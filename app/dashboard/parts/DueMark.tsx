import styled from 'styled-components';
import { localDateAt } from '../../../domain/local-date.ts';
import { color } from '../../ui/color.ts';
import { AlertIcon, ClockIcon } from '../../ui/icons.tsx';
import { ForScreenReaders } from '../../ui/layout.tsx';
import type { Case } from '../api/cases.ts';
import { useBoard } from '../BoardContext.tsx';
import { dueText } from '../due-text.ts';

const Mark = styled.span<{ $tone: 'foreground.danger' | 'foreground.warning' | 'foreground.default' }>`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  color: ${({ $tone, theme }) => color($tone)({ theme })};
  white-space: nowrap;

  & > svg {
    flex: none;
    width: 12px;
    height: 12px;
  }

  & > b {
    font-weight: ${({ $tone, theme }) => ($tone === 'foreground.default' ? theme.fontWeights.regular : theme.fontWeights.semibold)};
  }
`;

export interface DueMarkProps {
  readonly row: Case;
  readonly now: number;
  readonly zone: string;
}

/** When a case's next step is due: red and amber with a sign of their own, and in words for screen readers. */
export function DueMark({ row, now, zone }: DueMarkProps) {
  const { language, when } = useBoard();
  if (row.nextDueAt === null) return <>–</>;
  const isToday = !row.overdue && row.nextDueDate !== null && row.nextDueDate <= localDateAt(now, zone);
  const tone = row.overdue ? 'foreground.danger' : isToday ? 'foreground.warning' : 'foreground.default';
  return (
    <Mark $tone={tone}>
      {row.overdue ? <AlertIcon /> : isToday ? <ClockIcon /> : null}
      {row.overdue ? <ForScreenReaders>{language.say('figures.overdue')}: </ForScreenReaders> : null}
      <b>{dueText(row, { when, now, zone })}</b>
    </Mark>
  );
}
