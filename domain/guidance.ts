import { z } from 'zod';
import { EVIDENCE_KINDS } from './evidence-kinds.ts';

export { EVIDENCE_KINDS, type EvidenceKind } from './evidence-kinds.ts';

const text = z.string().trim().min(1);
const phrases = z.array(text).default([]);
const words = z
  .array(
    z.strictObject({
      /** As it may stand in a reply. */
      word: text,
      /** What to write instead. */
      plain: text,
    }),
  )
  .default([]);

/** What helps whoever handles complaints; part of a policy. Nothing of it decides a date. */
export const guidanceSchema = z.strictObject({
  /** Phrases that make a ticket read like a complaint, by language. */
  hints: z.strictObject({ en: phrases, de: phrases, es: phrases, fr: phrases, nl: phrases }).prefault({}),
  /** Words that customers may not know, with plainer ones, by language. */
  glossary: z.strictObject({ en: words, de: words, es: words, fr: words, nl: words }).prefault({}),
  /** A sentence of more words than this is long. */
  longSentence: z.int().positive().default(25),
  /** The kinds of evidence that the company asks for. */
  evidence: z.array(z.enum(EVIDENCE_KINDS)).default([...EVIDENCE_KINDS]),
  /** In which redress is paid: ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'write a currency by its three letters, such as GBP')
    .default('GBP'),
});

export type Guidance = z.output<typeof guidanceSchema>;
