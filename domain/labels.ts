import { z } from 'zod';
import { name } from './policy-parts.ts';

/** The drop-downs to which a company may add options, or whose options it calls otherwise. */
export const LABELLED = ['category', 'delay_reason', 'redress'] as const;
export type Labelled = (typeof LABELLED)[number];

const text = z.string().trim().min(1);

/** In English at least; a language that is left out reads it. */
const labelSchema = z.strictObject({
  en: text,
  de: text.exactOptional(),
  es: text.exactOptional(),
  fr: text.exactOptional(),
  nl: text.exactOptional(),
});
export type Label = z.output<typeof labelSchema>;

/** By the name behind an option's tag: `wifi` of `complaint_about_wifi`. */
const labels = z.record(name, labelSchema).default({});

/** What figures, reports and the ombudsman's file call the options; part of a policy. */
export const labelsSchema = z.strictObject({
  category: labels,
  delay_reason: labels,
  redress: labels,
}) satisfies z.ZodType<Readonly<Record<Labelled, Readonly<Record<string, Label>>>>>;
