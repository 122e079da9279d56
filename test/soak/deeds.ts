import type { AccountObjects } from '../../server/provision/discover.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Calls, stampOf, ticketOf } from './calls.ts';
import { EXTENSION } from './expected.ts';
import type { Random } from './random.ts';
import type { Rushes } from './rush.ts';
import type { Deed } from './scenario.ts';
import type { Told } from './told.ts';

/** What people have at hand. */
export interface Desk {
  readonly calls: Calls;
  readonly account: AccountObjects;
  readonly rushes: Rushes;
  readonly clock: Pick<Sandbox['clock'], 'now'>;
  readonly random: Random;
}

const HOUR = 3_600_000;

/** A moment of real time, so that people come in between the service's own calls. */
const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const says = (body: string) => ({ comment: { body, public: true } });

/** An event in so many words, as the app says it. */
const tells = (event: string, more: Record<string, unknown> = {}) => ({
  metadata: { complaint: { event, ...more } },
  comment: { body: 'Noted.', public: false },
});

/** What is said after a withdrawal is no event of the case any more. */
const counts = ({ withdrawnAt }: Told): boolean => withdrawnAt === undefined;

export async function update({ calls, account }: Desk, told: Told, byMacro: boolean): Promise<void> {
  const kind = byMacro
    ? { macro_ids: [account.macros.status_update] }
    : { additional_tags: ['complaint_update_sent'] };
  const at = await calls.save(told, { ...says('We are looking into it.'), ...kind });
  if (counts(told)) told.updates.push(at);
}

export async function respond(
  { calls, account }: Desk,
  told: Told,
  { byMacro, solved }: Extract<Deed, { kind: 'responded' }>,
): Promise<void> {
  const kind = byMacro
    ? { macro_ids: [account.macros.response_upheld] }
    : { additional_tags: ['complaint_response_sent'] };
  const status = solved ? { status: 'solved' } : {};
  const at = await calls.save(told, { ...says('What we found.'), ...kind, ...status });
  if (counts(told)) told.respondedAt ??= at;
}

async function meddle({ calls }: Desk, told: Told, random: Random): Promise<void> {
  for (let edit = 0; edit < 3; edit += 1) {
    await moment(random.between(0, 60));
    await calls.save(told, { priority: random.pick(['low', 'normal', 'high', 'urgent']) }, calls.priya);
  }
}

/** Between the service's reading and its writing an agent edits the ticket, and sends the update. */
function rush(desk: Desk, told: Told): void {
  const { calls, rushes } = desk;
  rushes.add({
    ticketId: ticketOf(told),
    atReading: async () => void (await calls.save(told, { priority: 'urgent' }, calls.priya)),
    beforeWriting: () => update(desk, told, false),
  });
}

export async function record(
  desk: Desk,
  told: Told,
  { bare, meddled, rushed }: Extract<Deed, { kind: 'recorded' }>,
): Promise<void> {
  const { way, number } = told.story;
  const random = desk.random.branch(number);
  const received = way === 'letter' ? told.createdAt - random.whole(0, 30) * HOUR : undefined;
  const channel = way === 'web' ? 'form' : way;
  const more = received === undefined ? {} : { received_at: new Date(received).toISOString() };
  const metadata = bare ? {} : { metadata: { complaint: { event: 'received', channel, ...more } } };
  if (rushed) rush(desk, told);
  told.recordedAt = await desk.calls.save(told, { additional_tags: ['formal_complaint'], ...metadata });
  if (received !== undefined) told.saidReceivedAt = received;
  if (meddled) await meddle(desk, told, random);
}

/** The customer answers by mail; a closed ticket goes on as another one. */
export async function reply({ calls }: Desk, told: Told): Promise<void> {
  const { email } = told.requester;
  if (email === null) return;
  const mail = { from: email, subject: '', body: 'And?', ticket_id: ticketOf(told) };
  const ticket = await calls.fromOutside('mail', mail);
  if (ticket.id !== ticketOf(told)) told.tickets.push(ticket.id);
  // By the order of doing, not by the stamps: what follows the recording may bear the same second.
  else if (told.recordedAt === undefined) told.wrote.push(stampOf(ticket));
}

/** The customer writes once more, and an administrator merges the complaint into what came of it. */
export async function merge({ calls }: Desk, told: Told): Promise<void> {
  const { email } = told.requester;
  if (email === null) return;
  const mail = { from: email, subject: 'The same again', body: 'As I said.' };
  const { id: survivor } = await calls.fromOutside('mail', mail);
  await calls.priya.call('POST', `tickets/${survivor}/merge`, { ids: [ticketOf(told)] });
  told.tickets.push(survivor);
}

export async function appeal({ calls }: Desk, told: Told): Promise<void> {
  if (told.respondedAt === undefined) return;
  await calls.save(told, tells('appealed'));
  if (counts(told)) told.appealOpen = true;
}

export async function answerAppeal({ calls }: Desk, told: Told): Promise<void> {
  if (!told.appealOpen) return;
  const metadata = { complaint: { event: 'appeal_responded' } };
  await calls.save(told, { ...says('On your appeal.'), metadata });
  told.appealOpen = false;
}

/** What an agent said was an update, and was none: the audit of the first one that counts is named as void. */
export async function voidUpdate({ calls, account }: Desk, told: Told): Promise<void> {
  const [stamp] = told.updates;
  if (stamp === undefined || !counts(told) || told.respondedAt !== undefined || told.extendedAt !== undefined)
    return;
  const audits = await Promise.all(told.tickets.map((id) => calls.priya.audits(id)));
  const isTheirs = (by: number): boolean => by !== account.serviceUserId && by !== told.requester.id;
  const wrong = audits
    .flat()
    .find(
      ({ author_id, created_at, events }) =>
        isTheirs(author_id) &&
        Date.parse(created_at) === stamp &&
        events.some((one) => one.type === 'Comment' && one.public === true),
    );
  if (!wrong) throw new Error(`complaint ${told.story.number}: nobody finds the update of ${stamp}`);
  await calls.save(told, tells('corrected', { audit: wrong.id, void: true, reason: 'It said nothing.' }));
  told.updates.shift();
  told.voided.push(stamp);
}

/** The customer is told that the formal response takes longer. */
export async function extend({ calls }: Desk, told: Told): Promise<void> {
  if (
    told.updates.length === 0 ||
    !counts(told) ||
    told.respondedAt !== undefined ||
    told.extendedAt !== undefined
  )
    return;
  const more = { duty: 'response', within: `${EXTENSION} working days`, reason: 'The engineer is ill.' };
  told.extendedAt = await calls.save(told, tells('extended', more));
}

export async function withdraw({ calls }: Desk, told: Told): Promise<void> {
  told.withdrawnAt = await calls.save(told, tells('withdrawn'));
}

/** The acknowledgement goes out as a letter. */
export async function post({ calls, clock }: Desk, told: Told): Promise<void> {
  const at = Math.floor(clock.now() / 1_000) * 1_000;
  await calls.save(told, tells('acknowledged', { posted_at: new Date(at).toISOString() }));
  if (counts(told)) told.postedAt ??= at;
}

/** The complaint tag comes off in a bulk edit. */
export async function untag({ calls }: Desk, told: Told): Promise<void> {
  const ticket = { remove_tags: ['formal_complaint'] };
  await calls.priya.call('PUT', `tickets/update_many.json?ids=${ticketOf(told)}`, { ticket });
}
