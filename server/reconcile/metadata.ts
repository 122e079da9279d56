import { z } from 'zod';
import { DECISIONS, EVENT_KINDS } from '../../domain/events.ts';
import { type Instant, isLocalDate, type LocalDate } from '../../domain/local-date.ts';
import { isReference, NOTED_TOPICS } from '../../domain/noted.ts';
import type { Audit } from '../zendesk/port.ts';

const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');
const code = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/);
/** A name, but never a sentence: what people have to say stands in the internal comment, and only there. */
const reference = z.string().trim().refine(isReference);
const yesOrNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** What our app, our service or a person's own tool said with an update, as `metadata.complaint`. */
const metadataSchema = z.object({
  event: z.enum([...EVENT_KINDS, 'corrected']).optional(),
  channel: z.string().optional(),
  received_at: instant.optional(),
  first_made_at: instant.optional(),
  flags: z.array(z.string()).optional(),
  /** The earlier audit whose comment was the message. */
  of_audit: z.coerce.number().optional(),
  /** When a letter went into the post. */
  posted_at: instant.optional(),
  at: instant.optional(),
  outcome: z.enum(['upheld', 'partly_upheld', 'not_upheld']).optional(),
  regime: z.string().optional(),
  duty: z.string().optional(),
  within: z.string().optional(),
  reason: z.string().optional(),
  /** With `corrected`: the audit that was wrong, and whether what it said never happened. */
  audit: z.coerce.number().optional(),
  void: yesOrNo.optional(),
  /** With `noted`: what the fact is about, and what it says. */
  topic: z.enum(NOTED_TOPICS).optional(),
  code: code.optional(),
  due_date: date.optional(),
  reference: reference.optional(),
  /** With `noted`, or with the receipt. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
    .optional(),
  ticket: z.coerce.number().int().positive().optional(),
  amount: z
    .string()
    .regex(/^\d{1,9}([.,]\d{1,2})?$/)
    .transform((text) => text.replace(',', '.'))
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** With the receipt: that somebody speaks for the customer, whose consent was shown. */
  representative: yesOrNo.optional(),
  /** With `decided`: what was decided, and whether both sides are bound by it. */
  decision: z.enum(DECISIONS).optional(),
  accepted: yesOrNo.optional(),
  /** Keys of the internal notes that this update wrote; from the service only. */
  notes: z.array(z.string()).optional(),
});

export type ComplaintMetadata = z.output<typeof metadataSchema>;

/** The `complaint` part of an audit's metadata; undefined where there is none or it is not in our form. */
export function complaintMetadata(audit: Audit): ComplaintMetadata | undefined {
  const parsed = metadataSchema.safeParse(audit.metadata.complaint);
  return parsed.success ? parsed.data : undefined;
}

/** Whether an audit carries `metadata.complaint` that can't be read, which a person has to look at. */
export function hasUnreadableMetadata(audit: Audit): boolean {
  return (
    audit.metadata.complaint !== undefined && !metadataSchema.safeParse(audit.metadata.complaint).success
  );
}
