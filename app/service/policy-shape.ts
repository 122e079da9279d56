import { z } from 'zod/mini';
import { isLocalDate, isZone } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';

/** What the app counts with and shows of a policy, as the service writes it: already parsed, offsets taken apart. */
const offset = z.object({ amount: z.number(), unit: z.string() });
const civilDate = z.string().check(z.refine(isLocalDate));
const both = z.record(z.string(), z.unknown());

const shape = z.object({
  id: z.string(),
  version: z.string(),
  effectiveFrom: civilDate,
  timeZone: z.string().check(z.refine(isZone)),
  company: z.object({ name: z.string(), complaintFormUrl: z.string(), postalAddress: z.array(z.string()) }),
  appliesTo: z.object({ brands: z.array(z.number()), forms: z.array(z.number()) }),
  counting: z.object({
    eventOnNonWorkingDay: z.string(),
    endOnNonWorkingDay: z.string(),
    dayEnds: z.string(),
  }),
  channels: z.record(z.string(), z.object({ accepted: z.boolean(), exceptions: z.array(z.string()) })),
  flags: z.array(z.string()),
  guidance: z.object({
    hints: both,
    glossary: both,
    longSentence: z.number(),
    evidence: z.array(z.string()),
  }),
  regimes: z.array(
    z.object({
      id: z.string(),
      authority: z.optional(z.string()),
      hardCap: z.boolean(),
      onRefusedChannel: z.boolean(),
      duties: z.array(
        z.object({
          id: z.string(),
          doneBy: z.array(z.string()),
          warn: offset,
          spans: z.array(z.object({ after: z.string(), within: offset })),
        }),
      ),
    }),
  ),
});

/** A policy as the service's API gives it. One of another version's making that lacks something is none. */
export const policyShape = z.custom<Policy>((value) => shape.safeParse(value).success, 'not a policy');
