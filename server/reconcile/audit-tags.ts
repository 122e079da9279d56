import type { Audit, AuditEvent, AuditValue } from '../zendesk/port.ts';

function list(value: AuditValue): readonly string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return value ?? [];
}

/** Tags that an event of an audit added and took off. `Create` carries the first tags as a list. */
function tagChange(event: AuditEvent): { added: readonly string[]; removed: readonly string[] } {
  if (event.kind === 'create' && event.field === 'tags') return { added: list(event.value), removed: [] };
  if (event.kind !== 'change' || event.field !== 'tags') return { added: [], removed: [] };
  const [before, after] = [new Set(list(event.previous)), new Set(list(event.value))];
  return {
    added: [...after].filter((tag) => !before.has(tag)),
    removed: [...before].filter((tag) => !after.has(tag)),
  };
}

export function tagsAdded(audit: Audit): Set<string> {
  return new Set(audit.events.flatMap((event) => tagChange(event).added));
}

/** Tags that a person took off; what a trigger or automation took off is not meant. */
export function tagsRemovedByPerson(audit: Audit): Set<string> {
  const events = audit.events.filter((event) => event.kind === 'change' && !event.byRule);
  return new Set(events.flatMap((event) => tagChange(event).removed));
}

/** The value that an audit gave a field by its name (a custom field's name is its id as text); undefined where it left it. */
export function fieldValue(audit: Audit, field: string): AuditValue | undefined {
  return audit.events.findLast(
    (event): event is Extract<AuditEvent, { kind: 'create' | 'change' }> =>
      (event.kind === 'create' || event.kind === 'change') && event.field === field,
  )?.value;
}
