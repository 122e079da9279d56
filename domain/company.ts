import { z } from 'zod';
import { offsetSchema } from './offset.ts';

/** Text that goes into Liquid templates, where braces would be taken for a placeholder. */
const letterText = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !/\{[{%]/u.test(value), 'must not contain {{ or {%');
const webAddress = z.url({ protocol: /^https?$/u });

/** The dispute body that a customer may turn to when no agreement is found. */
const ombudsmanSchema = z.strictObject({
  name: z.strictObject({ en: letterText, de: letterText }),
  url: webAddress,
  /** How long after the complaint was first made the customer may go there without our leave. */
  after: offsetSchema.exactOptional(),
  /** What else the letters must say of it, such as that taking part is voluntary. */
  note: z.strictObject({ en: letterText, de: letterText }).exactOptional(),
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
});

export type Company = z.output<typeof companySchema>;
export type Ombudsman = z.output<typeof ombudsmanSchema>;
