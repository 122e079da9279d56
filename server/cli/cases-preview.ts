import type { Instant } from '../../domain/local-date.ts';
import { findAll } from '../rebuild/list.ts';
import { createPreview, type PreviewedSending, type PreviewedTicket } from '../reconcile/preview.ts';
import { firstLiveSince } from '../start-up/live-since.ts';
import { type CasesCommand, timeText } from './cases-io.ts';
import type { CommandParts } from './command-parts.ts';
import { triggerIdOf } from './live-since.ts';

export interface PreviewTotals {
  /** Complaint tickets found. */
  readonly found: number;
  /** Of these closed: nothing can be sent or written there. */
  readonly closed: number;
  /** No complaint after all, erased, or gone. */
  readonly left: number;
  /** By what would happen: `send`, `by_post`, `held: burst`, `nothing: before_live_since` ... */
  readonly sendings: Readonly<Record<string, number>>;
  /** Tickets that would be written to. */
  readonly written: number;
}

const whatOf = (sending: PreviewedSending): string =>
  'why' in sending ? `${sending.kind}: ${sending.why}` : sending.kind;

function isWritten({ sending, fields, tagsAdded, tagsRemoved, notes }: PreviewedTicket): boolean {
  const writes = [Object.keys(fields), tagsAdded, tagsRemoved, notes].some((list) => list.length > 0);
  return writes || sending.kind === 'send';
}

function linesOf(one: PreviewedTicket): string[] {
  const to = one.sending.kind === 'send' ? ` to ${one.sending.to ?? 'nobody'} (user ${one.requesterId})` : '';
  const fields = Object.entries(one.fields).map(([key, value]) => `${key}=${value ?? 'empty'}`);
  const parts: [string, readonly string[]][] = [
    ['fields', fields],
    ['tags on', one.tagsAdded],
    ['tags off', one.tagsRemoved],
    ['notes', one.notes],
    ['for a person', one.marks],
  ];
  return [
    `ticket ${one.ticketId}  ${one.stage}, received ${timeText(one.receivedAt)}  ${whatOf(one.sending)}${to}`,
    ...parts.flatMap(([name, list]) => (list.length > 0 ? [`    ${name}: ${list.join(', ')}`] : [])),
  ];
}

function totalsLines(
  { found, closed, left, sendings, written }: PreviewTotals,
  liveSince: Instant,
): string[] {
  return [
    '',
    `${found} complaint tickets: ${closed} closed, ${left} left alone, ${written} would be written to.`,
    ...Object.entries(sendings).map(([what, count]) => `  ${what}: ${count}`),
    `Complaints recorded before ${timeText(liveSince)} are taken in silently. Nothing was sent or written.`,
  ];
}

/** As the service would have it: set, remembered, or as its first start, which is this one, would find it. */
async function liveSinceOf({ config, ledger, clock, zendesk: { rest } }: CommandParts): Promise<Instant> {
  const known = await ledger.readSetting('live_since');
  if (config.liveSince !== undefined) return config.liveSince;
  if (known !== undefined) return Date.parse(known);
  return (await firstLiveSince({ rest, clock }, await triggerIdOf(rest))).at;
}

/** What would happen at the start of the service, ticket by ticket, the oldest first. Sends and writes nothing. */
export const preview: CasesCommand = async ({ json }, parts, { print, tell, signal }) => {
  const { ledger, clock, waits, zendesk } = parts;
  const liveSince = await liveSinceOf(parts);
  const { lookDeps } = await parts.prepared(liveSince);
  const previewOf = createPreview(lookDeps);
  const onFound = (count: number): void => tell(`${count} complaint tickets found so far`);
  const found = await findAll({ rest: zendesk.rest, waits, signal, onFound });
  const open = found
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => a.createdAt - b.createdAt || a.ticketId - b.ticketId);
  const tickets: PreviewedTicket[] = [];
  const sendings: Record<string, number> = {};
  const now = clock.now();
  for (const [index, { ticketId }] of open.entries()) {
    signal.throwIfAborted();
    const one = (await ledger.isTombstoned(ticketId)) ? undefined : await previewOf(ticketId, now);
    if (index % 100 === 99) tell(`${index + 1} of ${open.length} looked at`);
    if (!one) continue;
    tickets.push(one);
    sendings[whatOf(one.sending)] = (sendings[whatOf(one.sending)] ?? 0) + 1;
    if (!json) for (const line of linesOf(one)) print(line);
  }
  const totals: PreviewTotals = {
    found: found.length,
    closed: found.length - open.length,
    left: open.length - tickets.length,
    sendings,
    written: tickets.filter(isWritten).length,
  };
  const since = new Date(liveSince).toISOString();
  if (json) print(JSON.stringify({ liveSince: since, totals, tickets }));
  else for (const line of totalsLines(totals, liveSince)) print(line);
  return 0;
};
