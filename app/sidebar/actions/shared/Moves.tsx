import styled from 'styled-components';
import { color } from '../../../ui/color.ts';
import { ForScreenReaders, Help } from '../../../ui/layout.tsx';
import { dutyName } from '../../model/duty-names.ts';
import type { Reading } from '../../model/status.ts';
import type { Move } from '../../model/what-if.ts';
import { dueText } from './due-text.ts';

const Box = styled.section`
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${color('background.subtle')};
  padding: 12px;
`;

const Title = styled.h3`
  font-size: 13px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 18px;
  margin-bottom: 4px;
`;

const Line = styled.li`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 20px;
  font-variant-numeric: tabular-nums;

  & + & {
    margin-top: 4px;
  }

  & > span:first-child {
    display: block;
    color: ${color('foreground.subtle')};
    line-height: 16px;
  }

  & > strong {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
`;

export interface MovesProps {
  readonly moves: readonly Move[];
  readonly reading: Reading;
}

/** Which dates an entry would move, each before and after. */
export function Moves({ moves, reading }: MovesProps) {
  const { say } = reading.language;
  if (moves.length === 0) return <Help style={{ textAlign: 'left' }}>{say('act.noMove')}</Help>;
  return (
    <Box aria-label={say('act.moves')}>
      <Title>{say('act.moves')}</Title>
      <ul>
        {moves.map(({ before, after }) => {
          const duty = (after ?? before)?.duty ?? '';
          const [old, now] = [dueText(before, reading), dueText(after, reading)];
          return (
            <Line key={`${(after ?? before)?.regime}/${duty}`}>
              <span>{dutyName(duty, 'open', reading)}</span>
              <span aria-hidden="true">{old} → </span>
              <ForScreenReaders>{say('act.movedTo', { before: old, after: '' })}</ForScreenReaders>
              <strong>{now}</strong>
            </Line>
          );
        })}
      </ul>
    </Box>
  );
}
