import { z } from 'zod/mini';
import { fetchAudits } from '../../zaf/audits.ts';
import type { Host } from '../../zaf/host.ts';
import { recordNoted } from '../record/noted.ts';

const CODES = ['open_duty', 'conflict', 'same_handler', 'second_acknowledgement'] as const;

export const reasonsSchema = z.object({
  /** As typed for each guard, until it is on the file. */
  words: z.record(z.string(), z.string()),
  /** What goes onto the case's file once the reply is saved, and never before. */
  given: z.array(z.object({ code: z.enum(CODES), note: z.string() })),
  /** The stamp of the ticket at the submit that is on its way. */
  submittedFrom: z.optional(z.string()),
});
export type GivenReasons = z.output<typeof reasonsSchema>;
export const NO_REASONS: GivenReasons = { words: {}, given: [] };

export interface ReasonsOf {
  readonly host: Host;
  readonly ticketId: number;
}

/** Puts one reason onto the case's file. @throws RestError, ZodError */
export async function fileReason(
  { host, ticketId }: ReasonsOf,
  { code, note }: GivenReasons['given'][number],
): Promise<void> {
  await recordNoted(host, ticketId, { topic: 'guard_passed', with: { code }, note });
}

/**
 * The reasons that a submit has left unfiled whose page went away with it, as Zendesk's may close with a submit: none
 * where nothing was saved by the agent since, and none that are there already. @throws RestError, ZodError
 */
export async function leftUnfiled(
  { host, ticketId }: ReasonsOf,
  { given, submittedFrom }: GivenReasons,
): Promise<GivenReasons['given']> {
  if (submittedFrom === undefined || given.length === 0) return [];
  const [audits, me] = await Promise.all([fetchAudits(host, ticketId), host.me()]);
  const since = audits.filter(({ at, authorId }) => authorId === me.id && at > Date.parse(submittedFrom));
  if (!since.some(({ complaint }) => complaint.event === undefined)) return [];
  const filed = since.flatMap(({ complaint }) =>
    complaint.topic === 'guard_passed' ? [complaint.code] : [],
  );
  return given.filter(({ code }) => !filed.includes(code));
}
