import type { FieldValue } from '../api/shapes.ts';
import { type CoreValues, type Draft, type OpenTicket, savedValues, shownValues } from './state.ts';

/** The draft with core values changed; a value set back to the saved one is no change. */
export function withCore(draft: Draft, ticket: OpenTicket, change: Partial<CoreValues>): Draft {
  const saved: Record<string, unknown> = { ...savedValues(ticket) };
  const entries = Object.entries({ ...draft.core, ...change }).filter(
    ([name, value]) => JSON.stringify(saved[name]) !== JSON.stringify(value),
  );
  return { ...draft, core: Object.fromEntries(entries) };
}

/** The draft with a custom field changed. */
export function withField(draft: Draft, ticket: OpenTicket, id: number, value: FieldValue): Draft {
  const fields = new Map(draft.fields);
  if (sameValue(savedValues(ticket).fields.get(id) ?? null, value)) fields.delete(id);
  else fields.set(id, value);
  return { ...draft, fields };
}

/** The draft after which the ticket shows exactly these tags. */
export function withTags(draft: Draft, ticket: OpenTicket, tags: readonly string[]): Draft {
  const wanted = [...new Set(tags.map(normalisedTag).filter((tag) => tag !== ''))];
  return {
    ...draft,
    tagsAdded: wanted.filter((tag) => !ticket.tags.includes(tag)),
    tagsRemoved: ticket.tags.filter((tag) => !wanted.includes(tag)),
  };
}

export function withTagsAdded(draft: Draft, ticket: OpenTicket, tags: readonly string[]): Draft {
  return withTags(draft, ticket, [...shownValues({ ticket, draft }).tags, ...tags]);
}

export function withTagsRemoved(draft: Draft, ticket: OpenTicket, tags: readonly string[]): Draft {
  const gone = new Set(tags.map(normalisedTag));
  return withTags(
    draft,
    ticket,
    shownValues({ ticket, draft }).tags.filter((tag) => !gone.has(tag)),
  );
}

/** The draft seen against a newer state of the ticket: what has been saved by now is no longer a change. */
export function rebased(draft: Draft, ticket: OpenTicket): Draft {
  let result = withCore(draft, ticket, {});
  for (const [id, value] of draft.fields) result = withField(result, ticket, id, value);
  return {
    ...result,
    tagsAdded: draft.tagsAdded.filter((tag) => !ticket.tags.includes(tag)),
    tagsRemoved: draft.tagsRemoved.filter((tag) => ticket.tags.includes(tag)),
  };
}

/** Zendesk's tags are lower case and hold no spaces. */
function normalisedTag(tag: string): string {
  return tag.trim().toLowerCase().replace(/\s+/g, '_');
}

function sameValue(a: FieldValue, b: FieldValue): boolean {
  const plain = (value: FieldValue) => (value === '' ? null : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
