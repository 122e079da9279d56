import type { CaseEvent } from '../../domain/events.ts';
import { optionName } from '../../domain/terms.ts';
import type { Audit } from '../zendesk/port.ts';
import { fieldValue, tagsAdded } from './audit-tags.ts';
import { type ComplaintMetadata, complaintMetadata } from './metadata.ts';
import { fieldBy, type Reading } from './reading.ts';

/** The members of a noted fact, of a referral and of a decision, as metadata names them. */
export function notedFields(said: ComplaintMetadata): Partial<CaseEvent> {
  const { topic, code, of_audit, due_date, reference, language, ticket, amount, currency } = said;
  const { decision, accepted } = said;
  return {
    ...(topic ? { topic } : {}),
    ...(code ? { code } : {}),
    ...(topic && of_audit !== undefined ? { ofAudit: of_audit } : {}),
    ...(due_date ? { dueDate: due_date } : {}),
    ...(reference ? { reference } : {}),
    ...(language ? { language } : {}),
    ...(ticket === undefined ? {} : { ticket }),
    ...(amount ? { amount } : {}),
    ...(currency ? { currency } : {}),
    ...(decision ? { decision } : {}),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

/** What is noted in the same update as the receipt, which has but one event of its own. */
export function notedWithReceipt(audit: Audit): Partial<CaseEvent>[] {
  const said = complaintMetadata(audit);
  if (said?.event !== undefined && said.event !== 'received') return [];
  return [
    ...(said?.language
      ? [{ kind: 'noted' as const, topic: 'language' as const, language: said.language }]
      : []),
    ...(said?.representative ? [{ kind: 'noted' as const, topic: 'representative' as const }] : []),
  ];
}

/** The flags that a multiselect's value stands for. */
export function flagsIn(value: unknown): string[] {
  const tags: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/\s+/)
      : [];
  return tags.flatMap((tag) => optionName('flags', tag) ?? []);
}

/** An option is a tag of the ticket too; where the form lacks the field, the tag is all that is set. */
function flagsByTags(audit: Audit): string[] | undefined {
  const change = audit.events.findLast((event) => event.kind === 'change' && event.field === 'tags');
  if (change?.kind !== 'change') return undefined;
  const [before, after] = [flagsIn(change.previous), flagsIn(change.value)];
  const isSame = before.length === after.length && after.every((flag) => before.includes(flag));
  return isSame ? undefined : after;
}

function flagsByField(audit: Audit, field: number | undefined): string[] | undefined {
  const isChanged = audit.events.some((event) => event.kind === 'change' && event.field === String(field));
  return isChanged ? flagsIn(fieldValue(audit, String(field))) : undefined;
}

/**
 * Flags that were changed in the ticket's field count as if they had been noted. Where the same update says so itself,
 * or records the complaint, that says it; what a follow-up begins with was set on the ticket before.
 */
export function flagsChanged(audit: Audit, { flagsField, serviceUserId }: Reading): Partial<CaseEvent>[] {
  const said = complaintMetadata(audit);
  if (audit.authorId === serviceUserId || said?.event === 'received' || said?.topic === 'flags') return [];
  const flags = flagsByField(audit, flagsField) ?? flagsByTags(audit);
  return flags ? [{ kind: 'noted', topic: 'flags', flags }] : [];
}

/** The flags that were set when the complaint was recorded. */
export function flagsAtReceipt(audits: readonly Audit[], index: number, { flagsField }: Reading): string[] {
  const audit = audits[index];
  const field = flagsField === undefined ? [] : flagsIn(fieldBy(audits, index, flagsField));
  return [...new Set([...field, ...flagsIn(audit ? [...tagsAdded(audit)] : [])])];
}
