import type { ClockRecord } from '../../../../domain/record.ts';
import type { Comment } from '../../../zaf/conversation.ts';

/** So much of a message is quoted: enough to know what it is about. */
const QUOTED = 180;

/** The customer's latest message since the formal response, unless somebody has said that it is only a question. */
export function newMessage(
  comments: readonly Comment[],
  { events, notes = [] }: Pick<ClockRecord, 'events' | 'notes'>,
  requesterId: number | undefined,
): Comment | undefined {
  const responded = events.findLast(({ kind }) => kind === 'responded' || kind === 'appeal_responded');
  const last = comments.findLast(({ public: isPublic, authorId }) => isPublic && authorId === requesterId);
  if (!responded || !last || last.at <= responded.at) return undefined;
  const asked = notes.findLast(({ topic }) => topic === 'question');
  return asked && (asked.ofAudit === last.auditId || asked.at >= last.at) ? undefined : last;
}

/** The beginning of a message in one line, cut between words; what it quotes of ours is left out. */
export function quoteOf(text: string): string {
  const own = text
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith('>'))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (own.length <= QUOTED) return own;
  return `${own.slice(0, QUOTED).replace(/\s+\S*$/, '')} …`;
}
