import type { EventKind } from '../../../domain/events.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { EVENT_TAGS } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import { type Audit, fetchAudits } from '../../zaf/conversation.ts';
import type { Host, Me } from '../../zaf/host.ts';
import { namesOf } from '../../zaf/people.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import { isMessage } from '../draft/draft.ts';
import type { Drafts } from '../draft/drafts.ts';
import type { Person, SaveFacts } from './find-guards.ts';

export interface Sources {
  readonly host: Host;
  readonly drafts: Drafts;
  /** As it was saved last. */
  readonly ticket: Ticket;
  readonly fields: AccountFields;
  readonly record: ClockRecord;
  readonly policy?: Policy | undefined;
  readonly me?: Me | undefined;
}

/** What the reply stands for, where it goes to the customer at all. */
function sendingOf(drafts: Drafts): EventKind[] {
  const { draft, internal } = drafts.state();
  if (!draft || draft.presence === 'gone' || internal || !isMessage(draft.kind)) return [];
  return [draft.kind];
}

const isTold = (audit: Audit, kind: 'acknowledged' | 'responded', requesterId: number | undefined): boolean =>
  audit.complaint.event === kind ||
  (audit.comment?.public === true &&
    audit.comment.authorId !== requesterId &&
    audit.added.includes(EVENT_TAGS[kind]));

async function assigneeOf(host: Host, me: Me | undefined): Promise<Person | undefined> {
  const { userId } = await host.draft.assignee();
  if (userId === undefined || userId === me?.id) return undefined;
  const name = (await namesOf(host, [userId])).get(userId);
  return name === undefined ? undefined : { id: userId, name };
}

/** The audits are asked only where a guard hangs on them: they tell what the record may not know yet. */
async function readAudits({ host, ticket }: Sources, sending: readonly EventKind[]): Promise<Audit[]> {
  const hangs = sending.includes('acknowledged') || sending.includes('appeal_responded');
  return hangs ? await fetchAudits(host, ticket.id) : [];
}

function blocking(policy: Policy | undefined): SaveFacts['mayStayOpen'] {
  return ({ regime, duty, hardCap }) => {
    const known = policy?.regimes.find(({ id }) => id === regime)?.duties.find(({ id }) => id === duty);
    return known ? !known.blocksClosing : hardCap;
  };
}

/** Reads what decides whether a submit is held back. @throws RestError, ZodError */
export async function readFacts(sources: Sources): Promise<SaveFacts> {
  const { host, drafts, ticket, fields, record, policy, me } = sources;
  const sending = sendingOf(drafts);
  const staff = ticket.fields.get(fields.evidence_staff?.id ?? 0) ?? '';
  const [status, assignee, audits] = await Promise.all([
    host.draft.status(),
    staff === '' ? undefined : assigneeOf(host, me),
    readAudits(sources, sending),
  ]);
  const told = (kind: 'acknowledged' | 'responded'): Audit | undefined =>
    audits.find((audit) => isTold(audit, kind, ticket.requesterId));
  const responded = told('responded');
  return {
    deadlines: record.deadlines,
    events: record.events,
    solving: status === 'solved' && ticket.status !== 'solved' && ticket.status !== 'closed',
    sending,
    me,
    assignee,
    staff,
    responderId: responded?.comment?.authorId ?? responded?.authorId,
    acknowledgedAt: told('acknowledged')?.at,
    mayStayOpen: blocking(policy),
  };
}
