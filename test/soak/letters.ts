import type { AuditNow } from '../server/reconcile/support/person.ts';
import type { House } from './house.ts';
import type { Told } from './told.ts';

const LETTER = /We have received your formal complaint|Ihre förmliche Beschwerde ist bei uns eingegangen/;
/** Each comment in a mail stands below its author and time. */
const COMMENT_HEAD = /^.+, (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/m;

/** Whether the service wrote the letter in this update. */
export function isLetter({ author_id, events }: AuditNow, serviceUserId: number): boolean {
  return (
    author_id === serviceUserId &&
    events.some((one) => one.type === 'Comment' && one.public === true && LETTER.test(String(one.body)))
  );
}

/** When acknowledgements were mailed to the customer: mails whose latest comment is the letter. */
export function letters({ sandbox }: House, { tickets }: Told): number[] {
  return sandbox.mails().flatMap(({ ticketId, to, body }) => {
    if (!tickets.includes(ticketId) || to.endsWith('@ask4.example')) return [];
    const [, at = '', latest = ''] = body.split(COMMENT_HEAD);
    return LETTER.test(latest) ? [Date.parse(at)] : [];
  });
}

/** Whether the service's letter was written after an agent's message, which was the acknowledgement already. */
export function lettersAfterMessage(
  { account }: House,
  audits: readonly AuditNow[],
  { updates: [updatedAt], respondedAt, requester }: Told,
): boolean {
  const says = ({ events }: AuditNow): boolean =>
    events.some((one) => one.type === 'Comment' && one.public === true);
  const isColleague = ({ author_id }: AuditNow): boolean =>
    author_id !== account.serviceUserId && author_id !== requester.id;
  const stamps = [updatedAt, respondedAt].filter((at) => at !== undefined);
  const message = audits.findIndex(
    (one) => isColleague(one) && says(one) && stamps.includes(Date.parse(one.created_at)),
  );
  const letter = audits.findLastIndex((one) => isLetter(one, account.serviceUserId));
  return message !== -1 && letter > message;
}
