import { z } from 'zod';

/** The values that the ZAF client answers with, parsed before anyone trusts them. */
export const userSchema = z.object({
  locale: z.string().nullish(),
  timeZone: z.object({ ianaName: z.string().nullish() }).nullish(),
});

export const requesterSchema = z.object({ name: z.string().nullish(), email: z.string().nullish() });

export const schemeSchema = z.enum(['light', 'dark']).catch('light');

export const metadataSchema = z.object({ settings: z.object({ company: z.string().nullish() }).nullish() });

/** jQuery's failed request, as `client.request` rejects with it. */
export const failedRequestSchema = z.object({
  status: z.number().catch(0),
  responseJSON: z.unknown().optional(),
  responseText: z.string().nullish().catch(undefined),
});

/** Reads `{errors, [path]: value}`, the shape of every single `get`. */
export function valueAt(answer: unknown, path: string): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(answer);
  return parsed.success ? parsed.data[path] : undefined;
}
