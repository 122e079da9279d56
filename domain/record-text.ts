import { z } from 'zod/mini';
import type { Deadline, Extension } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Offset } from './offset.ts';
import type { ClockRecord } from './record.ts';
import { recordSchema } from './record-schema.ts';

const iso = (at: Instant): string => new Date(at).toISOString().replace('.000Z', 'Z');
const offsetText = ({ amount, unit }: Offset): string => `${amount} ${unit.replace('_', ' ')}`;

function encodeExtension({ at, within, dueAt, dueDate }: Extension): Record<string, unknown> {
  return { at: iso(at), within: offsetText(within), dueAt: iso(dueAt), dueDate };
}

function encodeDeadline(deadline: Deadline): Record<string, unknown> {
  const { anchorAt, dueAt, warnAt, doneAt, within, projected, hardCap, extensions, ...rest } = deadline;
  return {
    ...rest,
    within: offsetText(within),
    anchorAt: iso(anchorAt),
    dueAt: iso(dueAt),
    warnAt: iso(warnAt),
    ...(projected ? { projected } : {}),
    ...(hardCap ? { hardCap } : {}),
    ...(extensions ? { extensions: extensions.map(encodeExtension) } : {}),
    ...(doneAt === undefined ? {} : { doneAt: iso(doneAt) }),
  };
}

/** The record as the text of the ticket field; instants in ISO 8601 UTC. */
export function encodeRecord(record: ClockRecord): string {
  return JSON.stringify({
    v: 1,
    ...record,
    events: record.events.map((event) => ({ ...event, at: iso(event.at) })),
    deadlines: record.deadlines.map(encodeDeadline),
    ...(record.firstMadeAt === undefined ? {} : { firstMadeAt: iso(record.firstMadeAt) }),
    ...(record.notes ? { notes: record.notes.map((note) => ({ ...note, at: iso(note.at) })) } : {}),
    savedAt: iso(record.savedAt),
  });
}

export type DecodedRecord =
  | { readonly ok: true; readonly record: ClockRecord }
  | {
      readonly ok: false;
      readonly code: 'empty' | 'not_json' | 'unknown_version' | 'malformed';
      readonly detail: string;
    };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the ticket field's text. A person may have edited it, or a newer version of the product written it. */
export function decodeRecord(text: string | null | undefined): DecodedRecord {
  if (!text) return { ok: false, code: 'empty', detail: 'the field is empty' };
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null)
    return { ok: false, code: 'not_json', detail: 'the field holds no JSON object' };
  if (!('v' in json) || json.v !== 1) {
    return {
      ok: false,
      code: 'unknown_version',
      detail: 'the record was written by another version of Complaint Clock',
    };
  }
  const parsed = recordSchema.safeParse(json);
  if (!parsed.success) return { ok: false, code: 'malformed', detail: z.prettifyError(parsed.error) };
  const { v: _version, ...record } = parsed.data;
  return { ok: true, record };
}
