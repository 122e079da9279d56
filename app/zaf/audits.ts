import { z } from 'zod/mini';
import type { Instant } from '../../domain/local-date.ts';
import type { Comment } from './conversation.ts';
import type { Host } from './host.ts';
import { pagesOf } from './pages.ts';
import { plainBody } from './plain-body.ts';

/** One update of a ticket. */
export interface Audit {
  readonly id: number;
  readonly authorId: number;
  readonly at: Instant;
  /** What the update says in our own metadata. */
  readonly complaint: Readonly<Record<string, unknown>>;
  readonly comment?: Comment;
  /** Tags that the update added. */
  readonly added: readonly string[];
  /** The ids of the macros that were applied with it. */
  readonly macros: readonly number[];
  /** What it has set fields to, by their names; custom ones by their ids as text. */
  readonly values: ReadonlyMap<string, string>;
  /** The names of the fields that it changed; ids, as text, of custom ones. */
  readonly changed: readonly string[];
}

const auditSchema = z.object({
  id: z.number(),
  author_id: z.number(),
  created_at: z.string(),
  metadata: z.nullish(
    z.object({
      custom: z.catch(z.nullish(z.object({ complaint: z.record(z.string(), z.unknown()) })), undefined),
    }),
  ),
  events: z.array(z.record(z.string(), z.unknown())),
});

const commentEvent = z.object({
  type: z.literal('Comment'),
  id: z.number(),
  author_id: z.number(),
  public: z.nullish(z.boolean()),
  plain_body: z.nullish(z.string()),
  body: z.nullish(z.string()),
});

const listed = z.pipe(
  z.string(),
  z.transform((text) => text.split(/[\s,]+/)),
);
const words = z.pipe(
  z.nullish(z.union([z.array(z.string()), listed])),
  z.transform((tags) => tags ?? []),
);
const tagsEvent = z.object({
  type: z.enum(['Create', 'Change']),
  field_name: z.literal('tags'),
  value: words,
  previous_value: words,
});

const macroEvent = z.object({ type: z.literal('AgentMacroReference'), macro_id: z.coerce.number() });
const valueEvent = z.object({
  type: z.enum(['Create', 'Change']),
  field_name: z.string(),
  value: z.string(),
});

type RawEvents = z.output<typeof auditSchema>['events'];

function commentOf(events: RawEvents, audit: { id: number; at: Instant }): Comment | undefined {
  const found = events.map((event) => commentEvent.safeParse(event)).find(({ success }) => success)?.data;
  if (!found) return undefined;
  const { id, author_id, public: isPublic, plain_body, body } = found;
  const text = plainBody(plain_body ?? body ?? '');
  return { id, auditId: audit.id, authorId: author_id, at: audit.at, public: isPublic !== false, text };
}

function addedBy(events: RawEvents): string[] {
  return events.flatMap((event) => {
    const parsed = tagsEvent.safeParse(event);
    if (!parsed.success) return [];
    const { value, previous_value: before } = parsed.data;
    return value.filter((tag) => tag !== '' && !before.includes(tag));
  });
}

function macrosOf(events: RawEvents): number[] {
  return events.flatMap((event) => macroEvent.safeParse(event).data?.macro_id ?? []);
}

function valuesOf(events: RawEvents): Map<string, string> {
  const set = events.flatMap((event) => valueEvent.safeParse(event).data ?? []);
  return new Map(set.map(({ field_name: name, value }) => [name, value]));
}

/** All updates, oldest first. @throws RestError, ZodError */
export async function fetchAudits(host: Host, ticketId: number): Promise<Audit[]> {
  const answers = await pagesOf(host, `/api/v2/tickets/${ticketId}/audits.json`);
  const page = z.object({ audits: z.array(auditSchema) });
  return answers
    .flatMap((answer) => page.parse(answer).audits)
    .map(({ id, author_id, created_at, metadata, events }) => {
      const at = Date.parse(created_at);
      const comment = commentOf(events, { id, at });
      return {
        id,
        authorId: author_id,
        at,
        complaint: metadata?.custom?.complaint ?? {},
        ...(comment ? { comment } : {}),
        added: addedBy(events),
        macros: macrosOf(events),
        values: valuesOf(events),
        changed: events.flatMap(({ type, field_name: name }) =>
          type === 'Change' && typeof name === 'string' ? [name] : [],
        ),
      };
    });
}
