import { z } from 'zod';
import { offsetSchema } from './offset-schema.ts';

/** Text that goes into Liquid templates, where braces would be taken for a placeholder. */
const letterText = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !/\{[{%]/u.test(value), 'must not contain {{ or {%');
/** In English and German at least; letters in a language that is left out say it in English. */
const localizedText = z.strictObject({
  en: letterText,
  de: letterText,
  es: letterText.exactOptional(),
  fr: letterText.exactOptional(),
  nl: letterText.exactOptional(),
});
const webAddress = z.url({ protocol: /^https?$/u });

/** The dispute body that a customer may turn to when no agreement is found. */
const ombudsmanSchema = z.strictObject({
  name: localizedText,
  url: webAddress,
  /** How long after the complaint was first made the customer may go there without our leave. */
  after: offsetSchema.exactOptional(),
  /** How long after the ADR letter the customer may go there at the latest. */
  until: offsetSchema.exactOptional(),
  /** Where else it is reached, line by line: post, telephone, e-mail. */
  contact: z.array(letterText).default([]),
  /** What else the letters must say of it, such as that taking part is voluntary. */
  note: localizedText.exactOptional(),
});

/** Whom a customer may turn to who is not content with how personal data was handled. */
const authoritySchema = z.strictObject({
  name: localizedText,
  url: webAddress,
});

/** What the letters say of the company; part of a policy. */
export const companySchema = z.strictObject({
  name: letterText,
  complaintFormUrl: webAddress,
  /** Line by line, as on an envelope. */
  postalAddress: z.array(letterText).min(1),
  /** Where an appeal may be sent besides a reply. */
  appealEmail: z.email().exactOptional(),
  ombudsman: ombudsmanSchema.exactOptional(),
  dataProtectionAuthority: authoritySchema.exactOptional(),
});

export type Company = z.output<typeof companySchema>;
export type Ombudsman = z.output<typeof ombudsmanSchema>;
