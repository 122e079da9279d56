import styled from 'styled-components';
import { useWords } from '../../state/workspace.ts';
import type { Comment } from '../../ticket/comments.ts';
import { color } from '../color.ts';
import { PhoneIcon } from '../icons.tsx';

const Card = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 2px 14px;
  width: fit-content;
  margin: 4px 0 10px;
  padding: 8px 14px;
  border: 1px solid ${color('border.default')};
  border-radius: 6px;
  background: ${color('background.default')};
  font-size: 13px;

  dt {
    color: ${color('foreground.subtle')};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  header {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }
`;

/** The details of a phone call: what the comment's own data says, else what its source says. */
export function CallCard({ comment }: { comment: Comment }) {
  const words = useWords();
  if (comment.channel !== 'voice' && comment.channel !== 'phone') return null;
  const { call, via } = comment;
  const from = via.source?.from ?? {};
  const to = via.source?.to ?? {};
  const rows: [string, unknown][] = [
    [words.t('callFrom'), call.from ?? from.formatted_phone ?? from.phone],
    [words.t('callTo'), call.to ?? to.formatted_phone ?? to.phone],
    [words.t('callAnsweredBy'), call.answered_by_name],
    [words.t('callLength'), lengthText(call.call_duration)],
    [words.t('callPlace'), call.location],
    [words.t('callTranscript'), call.transcription_text],
  ];
  const shown = rows.filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (shown.length === 0) return null;
  return (
    <Card aria-label={words.t('callDetails')}>
      <header>
        <PhoneIcon /> {words.t(via.source?.rel === 'outbound' ? 'callOutbound' : 'callInbound')}
      </header>
      {shown.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </Card>
  );
}

/** Seconds as minutes and seconds, "7:40". */
function lengthText(seconds: unknown): string | undefined {
  const whole = Number(seconds);
  if (seconds === undefined || seconds === null || !Number.isFinite(whole)) return undefined;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
