import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import { COMPLAINT_TAG, OPTION_PREFIX } from '../../domain/terms.ts';
import type { Clock } from '../clock.ts';
import { isZendeskError, ZendeskError, type ZendeskErrorCode } from '../zendesk/errors.ts';
import { id, instant, ticketSchema } from '../zendesk/parse-ticket.ts';
import type { Ticket, ZendeskRest } from '../zendesk/port.ts';
import { type Patience, patiently } from './patient.ts';

/** A deleted ticket that may still be restored: Zendesk shows its tags and fields, though no audits any more. */
export interface DeletedTicket {
  readonly ticket: Ticket;
  readonly deletedAt: Instant;
}

export interface DeletedTickets {
  /** Those with a tag of ours, the oldest first. */
  readonly complaints: readonly DeletedTicket[];
  /** Deleted tickets that may have been complaints, and could not be looked at; undefined where not even that is known. */
  readonly unseen: number | undefined;
  /** What Zendesk answered instead. */
  readonly why?: ZendeskErrorCode;
}

export interface FindDeletedOptions extends Patience {
  readonly rest: Pick<ZendeskRest, 'get' | 'list'>;
  readonly clock: Clock;
}

/** An export must begin more than a minute ago. */
const EXPORT_LAG_S = 120;

/** Zendesk's description writes `20140704T15:37:04Z` here, unlike everywhere else. */
export function stampOf(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})T/, '$1-$2-$3T');
}

const listed = z.object({ id, deleted_at: z.string().transform(stampOf).pipe(instant) });
const exported = z.object({ id, status: z.string().nullish(), tags: z.array(z.string()).nullish() });
const page = z.object({
  tickets: z.array(z.unknown()),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean().nullish(),
});

function isOurs(tags: readonly string[]): boolean {
  return tags.some((tag) => tag === COMPLAINT_TAG || tag.startsWith(OPTION_PREFIX.stage));
}

/** When each ticket was deleted that may still be restored. Those deleted for good, or more than 30 days ago, are in no list. */
type Bin = Map<number, Instant>;

function malformed(what: string, { issues }: z.ZodError): ZendeskError {
  const where = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return new ZendeskError(`Zendesk's ${what} can't be read: ${where}`, { code: 'malformed', effect: 'none' });
}

async function readBin(options: FindDeletedOptions): Promise<Bin> {
  const list = await patiently(options, () => options.rest.list('deleted_tickets', 'deleted_tickets'));
  const read = z.array(listed).safeParse(list);
  if (!read.success) throw malformed('list of deleted tickets', read.error);
  return new Map(read.data.map((one) => [one.id, one.deleted_at]));
}

/** The ticket, where it is one of the bin's; taken out of that where it was seen. */
function takeFrom(bin: Bin, raw: unknown): DeletedTicket | undefined {
  const shown = exported.safeParse(raw);
  const deletedAt = shown.success ? bin.get(shown.data.id) : undefined;
  if (!shown.success || deletedAt === undefined || shown.data.status !== 'deleted') return undefined;
  const ticket = isOurs(shown.data.tags ?? []) ? ticketSchema.safeParse(raw) : undefined;
  // One of ours that can't be read was not seen.
  if (ticket?.success === false) return undefined;
  bin.delete(shown.data.id);
  return ticket && { ticket: ticket.data, deletedAt };
}

/** Reads the export from the first deletion on, until all of `bin` were seen or it ends; takes those seen out of `bin`. */
async function exportBinned(bin: Bin, options: FindDeletedOptions): Promise<DeletedTicket[]> {
  const found: DeletedTicket[] = [];
  const first = Math.floor(Math.min(...bin.values()) / 1_000);
  const latest = Math.floor(options.clock.now() / 1_000) - EXPORT_LAG_S;
  let query: Record<string, string | number> | undefined = { start_time: Math.min(first, latest) };
  while (query !== undefined && bin.size > 0) {
    const asked = query;
    const read = () => options.rest.get('incremental/tickets/cursor', asked);
    const reply = page.safeParse(await patiently(options, read));
    if (!reply.success) throw malformed('export of tickets', reply.error);
    const { tickets, after_cursor: cursor, end_of_stream: isEnd } = reply.data;
    found.push(...tickets.flatMap((raw) => takeFrom(bin, raw) ?? []));
    query = cursor && !isEnd ? { cursor } : undefined;
  }
  return found.sort((a, b) => a.ticket.createdAt - b.ticket.createdAt || a.ticket.id - b.ticket.id);
}

/**
 * The complaints among the account's deleted tickets. Zendesk exports tickets to administrators only: for any other seat
 * they are counted and not seen, for a rebuild is worth having without them. Rejects with a ZendeskError.
 */
export async function findDeleted(options: FindDeletedOptions): Promise<DeletedTickets> {
  let bin: Bin | undefined;
  try {
    bin = await readBin(options);
    if (bin.size === 0) return { complaints: [], unseen: 0 };
    const complaints = await exportBinned(bin, options);
    return { complaints, unseen: bin.size };
  } catch (error) {
    if (!isZendeskError(error, 'forbidden', 'not_found', 'invalid', 'malformed')) throw error;
    return { complaints: [], unseen: bin?.size, why: error.code };
  }
}
