import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { DutyKept } from '../api/promises.ts';
import { useBoard } from '../BoardContext.tsx';
import { Sparkline } from '../charts/Sparkline.tsx';
import { TimeBar } from '../charts/TimeBar.tsx';
import type { Format } from '../format.ts';
import type { BoardSay } from '../language.ts';
import { promiseText, stepText } from '../names/words.ts';
import { Subtle } from '../parts/Section.tsx';

const Share = styled.td`
  && {
    font-size: 16px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
`;

const Change = styled.span<{ $better: boolean | undefined }>`
  color: ${({ $better, theme }) => color($better ? 'foreground.success' : 'foreground.subtle')({ theme })};
  white-space: nowrap;
`;

const Name = styled.span`
  display: block;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const Times = styled.div`
  display: flex;
  align-items: center;
  gap: 8px;
  font-size: 12px;
  white-space: nowrap;
`;

function changeText(
  { share, previousShare }: DutyKept,
  { format, say }: { format: Format; say: BoardSay },
): string {
  if (share === null || previousShare === null) return '–';
  const points = format.points(share - previousShare);
  return /[1-9]/.test(points) ? say('promises.points', { points }) : say('promises.same');
}

function TimeTaken({ times, format }: { times: DutyKept['times']; format: Format }) {
  const { say } = useBoard().language;
  const { medianSeconds, p90Seconds, limitSeconds, sinceReceipt } = times;
  if (medianSeconds === null || p90Seconds === null) return <Subtle>–</Subtle>;
  const words = (half: number, most: number) => ({ half: format.length(half), most: format.length(most) });
  const since = sinceReceipt ?? { medianSeconds: null, p90Seconds: null };
  const differs = since.medianSeconds !== null && since.medianSeconds !== medianSeconds;
  return (
    <>
      <Times>
        <TimeBar median={medianSeconds} p90={p90Seconds} limit={limitSeconds} />
        {limitSeconds === null ? null : format.length(limitSeconds)}
      </Times>
      <Subtle as="div">{say('promises.taken', words(medianSeconds, p90Seconds))}</Subtle>
      {differs && since.p90Seconds !== null ? (
        <Subtle as="div">
          {say('promises.sinceReceipt', words(since.medianSeconds ?? 0, since.p90Seconds))}
        </Subtle>
      ) : null}
    </>
  );
}

export interface PromiseRowProps {
  readonly duty: DutyKept;
  readonly onLate: () => void;
}

/** One promise: how often it was kept, how that has changed, and how long it took. */
export function PromiseRow({ duty, onLate }: PromiseRowProps) {
  const { language, format } = useBoard();
  const { say } = language;
  const { share, previousShare } = duty;
  const missed = duty.late + duty.overdue;
  const better = share !== null && previousShare !== null && share > previousShare;
  return (
    <tr>
      <th scope="row">
        <Name>{stepText(duty.duty, language)}</Name>
        <Subtle>{duty.promise === null ? duty.regime : promiseText(duty.promise, say)}</Subtle>
      </th>
      <Share>{share === null ? '–' : format.percent(share)}</Share>
      <td>
        <Change $better={better}>{changeText(duty, { format, say })}</Change>
      </td>
      <td>
        <Sparkline shares={duty.history.map((one) => one.share)} />
      </td>
      <td>
        <TimeTaken times={duty.times} format={format} />
      </td>
      <td>
        {missed === 0 ? (
          <Subtle>{say('promises.noneLate')}</Subtle>
        ) : (
          <LinkButton style={{ whiteSpace: 'nowrap' }} onClick={onLate}>
            {say('promises.late', { n: missed })}
          </LinkButton>
        )}
      </td>
    </tr>
  );
}
