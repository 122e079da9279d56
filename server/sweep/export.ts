import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import { STAGES } from '../../domain/stage.ts';
import { COMPLAINT_TAG, OPTION_PREFIX } from '../../domain/terms.ts';
import { isZendeskError, ZendeskError } from '../zendesk/errors.ts';
import { id, instant, via, viaSchema } from '../zendesk/parse-ticket.ts';
import type { ZendeskRest } from '../zendesk/port.ts';

/** A ticket as the search shows it; the index lags behind by some minutes. */
export interface FoundTicket {
  readonly ticketId: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly status: string;
  readonly tags: readonly string[];
  /** The closed ticket that it continues. */
  readonly followUpOf: number | undefined;
}

export interface FoundPage {
  readonly tickets: readonly FoundTicket[];
  /** Of the page after this one; it expires after an hour. Undefined at the end. */
  readonly cursor: string | undefined;
}

/** What Zendesk recommends. */
export const PAGE = 100;
/** What it takes at most; with many archived tickets among the results it may be too slow. */
export const LARGEST_PAGE = 1_000;

export interface WantedPage {
  readonly query: string;
  /** Undefined: the first page. */
  readonly cursor: string | undefined;
  readonly size: number;
}

const found = z
  .object({
    id,
    created_at: instant,
    updated_at: instant,
    status: z.string().nullish(),
    tags: z.array(z.string()).nullish(),
    via: viaSchema,
  })
  .transform(
    (raw): FoundTicket => ({
      ticketId: raw.id,
      createdAt: raw.created_at,
      updatedAt: raw.updated_at,
      status: raw.status ?? '',
      tags: raw.tags ?? [],
      followUpOf: via(raw.via).followUpOf,
    }),
  );

const reply = z.object({
  results: z.array(found),
  meta: z.object({ has_more: z.boolean().nullish(), after_cursor: z.string().nullish() }).nullish(),
});

/**
 * Tickets with the complaint tag, or with a stage where that tag was taken off: several `tags:` are alternatives.
 * For the export alone, which is told the type by `filter[type]` and refuses it in the query.
 * @param more further terms of Zendesk's search, e.g. `status<closed`
 */
export function complaintQuery(more = ''): string {
  const stages = STAGES.map((stage) => `${OPTION_PREFIX.stage}${stage}`);
  const tags = [COMPLAINT_TAG, ...stages].map((tag) => `tags:${tag}`);
  return [...tags, ...(more ? [more] : [])].join(' ');
}

/** `updated>=2026-04-02T09:00:00Z`: a term of the search, to the second. */
export function updatedSince(at: Instant): string {
  return `updated>=${new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')}`;
}

/** One page of `search/export`. Rejects with a ZendeskError, also where a result can't be read. */
export async function exportPageOf(
  rest: Pick<ZendeskRest, 'get'>,
  { query, cursor, size }: WantedPage,
): Promise<FoundPage> {
  const answer = await rest.get('search/export', {
    query,
    'filter[type]': 'ticket',
    'page[size]': size,
    ...(cursor === undefined ? {} : { 'page[after]': cursor }),
  });
  const parsed = reply.safeParse(answer);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new ZendeskError(`Zendesk's search results can't be read: ${where}`, {
      code: 'malformed',
      effect: 'none',
    });
  }
  const { results, meta } = parsed.data;
  return { tickets: results, cursor: meta?.has_more ? (meta.after_cursor ?? undefined) : undefined };
}

/** The same, 100 tickets. */
export function exportPage(
  rest: Pick<ZendeskRest, 'get'>,
  query: string,
  cursor: string | undefined,
): Promise<FoundPage> {
  return exportPageOf(rest, { query, cursor, size: PAGE });
}

/** Whether a page may have failed because it was too large to be made or sent in time. */
export function isTooMuch(error: unknown): boolean {
  return isZendeskError(error, 'timed_out', 'lost', 'unavailable', 'malformed');
}

/** Whether a page failed because its cursor has expired, so that the search has to begin again. */
export function isExpiredCursor(error: unknown, cursor: string | undefined): boolean {
  return cursor !== undefined && isZendeskError(error, 'invalid', 'not_found');
}
