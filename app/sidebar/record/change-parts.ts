import { EVIDENCE_KINDS, type EvidenceKind } from '../../../domain/evidence-kinds.ts';
import { type FieldKey, OPTION_PREFIX } from '../../../domain/terms.ts';
import type { AccountField, AccountFields } from '../../zaf/account.ts';
import type { TicketChange } from '../../zaf/change-ticket.ts';
import { MissingFieldError } from '../failure-text.ts';

type FieldValues = NonNullable<TicketChange['custom_fields']>;

/** @throws MissingFieldError where provisioning has not created the field */
export function need(field: AccountField | undefined): AccountField {
  if (!field) throw new MissingFieldError('a ticket field of the provisioning is missing');
  return field;
}

/** The tags with the drop-downs' new values in place of their old ones: a drop-down's value is a tag too. */
export function withOptions(tags: readonly string[], values: readonly string[]): string[] {
  const prefixes = Object.values(OPTION_PREFIX).filter((prefix) =>
    values.some((value) => value.startsWith(prefix)),
  );
  const others = tags.filter((tag) => !prefixes.some((prefix) => tag.startsWith(prefix)));
  return [...new Set([...others, ...values])];
}

/** What is written down about a complaint, whether it is recorded on a ticket or with a new one. */
export interface Details {
  /** The option's value, a tag. */
  readonly category?: string;
  /** By the names of the policy: `data_protection` ... */
  readonly flags?: readonly string[];
  readonly summary?: string;
  readonly evidence?: Readonly<Partial<Record<EvidenceKind, string>>>;
}

/** The tags of a complaint's flags. */
export function flagTags(flags: readonly string[] = []): string[] {
  return flags.map((flag) => `${OPTION_PREFIX.flags}${flag}`);
}

/** The option tags that a complaint's details come with. */
export function optionTags(channel: string, { category, flags }: Details): string[] {
  return [`${OPTION_PREFIX.channel}${channel}`, ...(category ? [category] : []), ...flagTags(flags)];
}

/** The text fields of a complaint, by their keys. */
export function textsOf({ summary = '', evidence = {} }: Details): [FieldKey, string][] {
  const texts: [FieldKey, string][] = [
    ['summary', summary],
    ...EVIDENCE_KINDS.map((kind): [FieldKey, string] => [`evidence_${kind}`, evidence[kind] ?? '']),
  ];
  return texts.flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]]));
}

/** Every field that a complaint's details fill, in Zendesk's own shape. @throws MissingFieldError */
export function detailFields(fields: AccountFields, channel: string, details: Details): FieldValues {
  const { category, flags = [] } = details;
  return [
    { id: need(fields.channel).id, value: `${OPTION_PREFIX.channel}${channel}` },
    ...(category ? [{ id: need(fields.category).id, value: category }] : []),
    ...(flags.length > 0 ? [{ id: need(fields.flags).id, value: flagTags(flags) }] : []),
    // Somebody has typed this: rather nothing is recorded than that it is lost in silence.
    ...textsOf(details).map(([key, value]) => ({ id: need(fields[key]).id, value })),
  ];
}
