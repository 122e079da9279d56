import type { Policy } from '../../../domain/policy.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { Account, AccountFields } from '../../zaf/account.ts';
import { fetchAudits } from '../../zaf/audits.ts';
import type { Host, Me } from '../../zaf/host.ts';
import { namesOf } from '../../zaf/people.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import type { Drafts } from '../draft/drafts.ts';
import type { Sending } from '../draft/sending.ts';
import { readMarks, type ToldMessage, toldMessage } from '../model/told-message.ts';
import type { Person, SaveFacts } from './find-guards.ts';

export interface Sources {
  readonly host: Host;
  readonly account: Account;
  readonly drafts: Drafts;
  /** As it was saved last. */
  readonly ticket: Ticket;
  readonly fields: AccountFields;
  readonly record: ClockRecord;
  readonly policy?: Policy | undefined;
  readonly me?: Me | undefined;
}

async function assigneeOf(host: Host, me: Me | undefined): Promise<Person | undefined> {
  const { userId } = await host.draft.assignee();
  if (userId === undefined || userId === me?.id) return undefined;
  const name = (await namesOf(host, [userId])).get(userId);
  return name === undefined ? undefined : { id: userId, name };
}

type Told = Readonly<Partial<Record<'acknowledged' | 'responded', ToldMessage | undefined>>>;

/** The audits are asked only where a guard hangs on them: they tell what the record may not know yet. */
async function readTold({ host, account, ticket }: Sources, sent: Sending['sent']): Promise<Told> {
  if (!sent.includes('acknowledged') && !sent.includes('appeal_responded')) return {};
  const [audits, marks] = await Promise.all([fetchAudits(host, ticket.id), readMarks(account)]);
  const telling = { audits, marks, requesterId: ticket.requesterId };
  return {
    acknowledged: toldMessage('acknowledged', telling),
    responded: toldMessage('responded', telling),
  };
}

function blocking(policy: Policy | undefined): SaveFacts['mayStayOpen'] {
  return ({ regime, duty, hardCap }) => {
    const known = policy?.regimes.find(({ id }) => id === regime)?.duties.find(({ id }) => id === duty);
    return known ? !known.blocksClosing : hardCap;
  };
}

/** Reads what decides whether a submit is held back. @throws RestError, ZodError */
export async function readFacts(sources: Sources, { sent, counted }: Sending): Promise<SaveFacts> {
  const { host, ticket, fields, record, policy, me } = sources;
  const staff = ticket.fields.get(fields.evidence_staff?.id ?? 0) ?? '';
  const [status, assignee, told] = await Promise.all([
    host.draft.status(),
    staff === '' ? undefined : assigneeOf(host, me),
    readTold(sources, sent),
  ]);
  return {
    deadlines: record.deadlines,
    events: record.events,
    solving: status === 'solved' && ticket.status !== 'solved' && ticket.status !== 'closed',
    sending: sent,
    counted,
    me,
    assignee,
    staff,
    responderId: told.responded?.authorId,
    acknowledgedAt: told.acknowledged?.at,
    mayStayOpen: blocking(policy),
  };
}
