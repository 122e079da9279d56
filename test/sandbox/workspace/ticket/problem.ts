import { RestError } from '../api/rest-error.ts';
import type { Problem } from './state.ts';

/** A refused save as the page tells it: each of Zendesk's details on a line of its own, with the fields they name. */
export function problemOf(error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  if (!(error instanceof RestError)) return { text, details: [], fieldIds: [] };
  const entries = Object.entries(error.details()).flatMap(([name, lines]) =>
    lines.map((line) => ({ ...line, name })),
  );
  return {
    text: entries.length > 0 ? '' : text,
    details: entries.map((it) => it.description),
    fieldIds: entries.flatMap((it) => it.ticket_field_id ?? idIn(it.name) ?? []),
  };
}

/** Details may be keyed by `custom_fields_123` or by the bare id. */
function idIn(name: string): number | undefined {
  const [, id] = /^(?:custom_fields?_|ticket_field_)?(\d+)$/.exec(name) ?? [];
  return id === undefined ? undefined : Number(id);
}
