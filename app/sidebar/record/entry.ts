import { z } from 'zod/mini';
import { EVIDENCE_KINDS } from '../../../domain/evidence-kinds.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { TextKey } from '../../ui/language.ts';
import { instantTyped } from '../../ui/typed-moment.ts';
import { momentSchema } from '../actions/shared/moment.ts';
import type { Recording } from './receipt.ts';

/** What the agent has entered about a complaint that is being recorded; kept over a reload. */
export const entrySchema = z.object({
  channel: z.exactOptional(z.enum(['form', 'letter', 'email', 'other'])),
  /** When a letter arrived. */
  received: momentSchema,
  /** The option's value, or empty. */
  category: z.string(),
  summary: z.string(),
  flags: z.array(z.string()),
  /** As the agent has corrected them; of the other kinds what was found stands. */
  evidence: z.partialRecord(z.enum(EVIDENCE_KINDS), z.string()),
  /** Whether the customer complained before, by phone, and when. */
  earlier: z.boolean(),
  first: momentSchema,
  /** Whether somebody speaks for the customer, who, and whether the consent was shown. */
  represented: z.boolean(),
  representative: z.string(),
  consent: z.boolean(),
  /** To write to the customer in; empty for that of Zendesk. */
  language: z.string(),
});

export type RecordEntry = z.output<typeof entrySchema>;

export const emptyEntry: RecordEntry = {
  received: { time: '' },
  category: '',
  summary: '',
  flags: [],
  evidence: {},
  earlier: false,
  first: { time: '' },
  represented: false,
  representative: '',
  consent: false,
  language: '',
};

export type RecordFaults = Readonly<
  Partial<Record<'channel' | 'received' | 'first' | 'representative' | 'consent', TextKey>>
>;

export interface EntrySetting {
  readonly zone: string;
  readonly now: Instant;
}

/** The times of an entry as far as they can be read. */
export function timesOf(
  { channel, received, earlier, first }: RecordEntry,
  zone: string,
): { receivedAt?: Instant; firstMadeAt?: Instant } {
  const receivedAt = channel === 'letter' ? instantTyped(received, zone) : undefined;
  const firstMadeAt = earlier ? instantTyped(first, zone) : undefined;
  return {
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(firstMadeAt === undefined ? {} : { firstMadeAt }),
  };
}

/** What is missing or can't be, each named where it stands. */
export function faultsOf(entry: RecordEntry, { zone, now }: EntrySetting): RecordFaults {
  const { receivedAt, firstMadeAt } = timesOf(entry, zone);
  const letter = entry.channel === 'letter';
  const latest = Math.min(receivedAt ?? now, now);
  return {
    ...(entry.channel ? {} : { channel: 'form.channelMissing' }),
    ...(letter && receivedAt === undefined ? { received: 'form.receivedMissing' } : {}),
    ...(receivedAt !== undefined && receivedAt > now ? { received: 'form.receivedFuture' } : {}),
    ...(entry.earlier && firstMadeAt === undefined ? { first: 'form.firstMissing' } : {}),
    ...(firstMadeAt !== undefined && firstMadeAt > latest ? { first: 'form.firstLate' } : {}),
    ...(entry.represented && entry.representative.trim() === ''
      ? { representative: 'form.representativeMissing' }
      : {}),
    ...(entry.represented && !entry.consent ? { consent: 'form.consentMissing' } : {}),
  };
}

/** An entry without faults as what is recorded, but for what stands in words: evidence and notes. */
export function recordingOf(entry: RecordEntry, zone: string): Recording | undefined {
  const { channel, category, summary, flags, language } = entry;
  return (
    channel && {
      channel,
      flags,
      summary,
      ...timesOf(entry, zone),
      ...(category ? { category } : {}),
      ...(language ? { language } : {}),
    }
  );
}
