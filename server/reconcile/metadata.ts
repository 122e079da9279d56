import { z } from 'zod';
import { EVENT_KINDS } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Audit } from '../zendesk/port.ts';

const instant = z.iso.datetime({ offset: true }).transform((text): Instant => Date.parse(text));

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
  void: z.boolean().optional(),
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
