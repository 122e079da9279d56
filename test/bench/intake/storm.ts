import { setTimeout as delay } from 'node:timers/promises';
import { TOM } from '../../server/reconcile/support/people.ts';
import { type Person, signInAs } from '../../server/reconcile/support/person.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import type { BenchAccount } from './account.ts';
import type { BenchDatabase } from './database.ts';
import type { Load } from './load.ts';
import { startBenchService } from './service.ts';
import { untilSettled } from './settled.ts';

export interface StormOptions {
  readonly account: BenchAccount;
  /** All that the account holds; each has its share of the storm. */
  readonly complaints: number;
  readonly database: BenchDatabase;
  readonly load: Load;
}

interface Size {
  readonly webhooks: number;
  readonly seconds: number;
  /** How often each ticket is really changed meanwhile. */
  readonly changes: number;
  /** The service's, where they aren't those that it has of itself. */
  readonly settings: Readonly<Record<string, string>>;
}

const FULL: Size = { webhooks: 10_000, seconds: 10, changes: 3, settings: {} };
const QUICK: Size = { webhooks: 200, seconds: 1, changes: 1, settings: { QUIET_MS: '300' } };

/** A ticket's own address, with the ending that one of the clients adds. */
const TICKET = /^\/api\/v2\/tickets\/(\d+)(?:\.json)?(?:\?|$)/;

/** What happened to a ticket during the storm; instants by the account's clock. */
interface Story {
  readonly changedAt: number;
  readonly looks: readonly number[];
  /** Whether the ledger says that the state after the last change was seen. */
  readonly seen: boolean;
}

/** Changes each ticket again and again, spread over the storm. */
async function changeAll(
  tom: Person,
  { account: { firstTicket }, complaints }: Pick<StormOptions, 'account' | 'complaints'>,
  size: Size,
): Promise<void> {
  const pauseMs = (size.seconds * 1_000) / size.changes;
  const begun = performance.now();
  for (let round = 1; round <= size.changes; round += 1) {
    await delay(Math.max(0, begun + round * pauseMs * 0.9 - performance.now()));
    for (let index = 0; index < complaints; index += 1)
      await tom.change(firstTicket + index, { subject: `Complaint ${index + 1}, change ${round}` });
  }
}

async function storyOf(
  ticketId: number,
  { sandbox, objects }: BenchAccount,
  { sql }: BenchDatabase,
  since: number,
) {
  const told = sandbox
    .requests()
    .filter(({ path, at }) => TICKET.exec(path)?.[1] === String(ticketId) && Date.parse(at) >= since)
    .map((one) => ({ ...one, at: Date.parse(one.at), byService: one.userId === objects.serviceUserId }));
  const changes = told.filter(({ method, byService }) => method === 'PUT' && !byService);
  const looks = told.filter(({ method, byService }) => method === 'GET' && byService);
  const changedAt = Math.max(...changes.map(({ at }) => at));
  const [row] = await sql('select seen_stamp >= $2::timestamptz as seen from wakes where ticket_id = $1', [
    ticketId,
    new Date(Math.floor(changedAt / 1_000) * 1_000),
  ]);
  const story: Story = { changedAt, looks: looks.map(({ at }) => at), seen: row?.seen === true };
  return story;
}

async function blow(size: Size, { account, complaints, database, load }: StormOptions): Promise<Story[]> {
  const { sandbox, firstTicket, port, objects } = account;
  const tom = await signInAs(sandbox.url, TOM);
  const before = await tom.ticket(firstTicket);
  const since = sandbox.clock.now();
  const sending = load.run({
    ports: [port],
    connections: 64,
    secret: objects.signingSecret,
    count: size.webhooks,
    firstTicket,
    tickets: complaints,
    perSecond: size.webhooks / size.seconds,
    changedAt: before.updated_at,
  });
  const [done] = await Promise.all([sending, changeAll(tom, { account, complaints }, size)]);
  if (done.others > 0) throw new Error(`${done.others} webhooks of the storm were not acknowledged`);
  await untilSettled(database, complaints);
  const stories: Story[] = [];
  for (let index = 0; index < complaints; index += 1)
    stories.push(await storyOf(firstTicket + index, account, database, since));
  return stories;
}

const lastOf = ({ looks }: Story): number => looks.at(-1) ?? Number.NEGATIVE_INFINITY;

function figuresOf(stories: readonly Story[], { webhooks, seconds }: Size): Figure[] {
  const looks = stories.map((story) => story.looks.length);
  const missed = stories.filter((story) => !story.seen || lastOf(story) < story.changedAt).length;
  const waits = stories.map((story) => lastOf(story) - story.changedAt);
  const storm = `${webhooks} webhooks for ${stories.length} tickets in ${seconds} s`;
  return [
    {
      name: `looks at the ticket that had most, ${storm}`,
      unit: 'looks',
      ours: Math.max(...looks),
      limit: { is: 'at most', value: 3, of: 'ours' },
      runs: 1,
      range: rangeOf(looks),
      note: `median ${median(looks)}; the range is over the tickets. The last look began ${Math.round(median(waits))} ms after the last change (median), ${Math.max(...waits)} ms at most`,
    },
    {
      name: `tickets whose last change no look saw, ${storm}`,
      unit: 'tickets',
      ours: missed,
      limit: { is: 'at most', value: 0, of: 'ours' },
      runs: 1,
      range: [missed, missed],
      note: 'seen: a look read the ticket after the change, and the ledger holds the state that it left',
    },
  ];
}

/** A storm of webhooks on a few tickets, which people change meanwhile, and what the service makes of it. */
export async function storm(options: StormOptions, { quick }: BenchOptions): Promise<Figure[]> {
  const size = quick ? QUICK : FULL;
  const { account, database, complaints } = options;
  const settings = { ...account.settings(database.url), ...size.settings };
  const service = await startBenchService({ settings });
  try {
    await untilSettled(database, complaints);
    return figuresOf(await blow(size, options), size);
  } finally {
    await service.end();
  }
}
