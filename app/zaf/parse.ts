import { z } from 'zod';

/** The values that the ZAF client answers with, parsed before anyone trusts them. */
export const userSchema = z.object({
  id: z.coerce.number(),
  name: z.string().nullish(),
  role: z.union([z.string(), z.number()]).nullish(),
  locale: z.string().nullish(),
  timeZone: z.object({ ianaName: z.string().nullish() }).nullish(),
});

export const requesterSchema = z.object({
  id: z.coerce.number().nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  locale: z.string().nullish(),
});

export const assigneeSchema = z.object({
  group: z.object({ id: z.coerce.number().nullish() }).nullish(),
  user: z.object({ id: z.coerce.number().nullish() }).nullish(),
});

export const schemeSchema = z.enum(['light', 'dark']).catch('light');

export const contextSchema = z.object({
  location: z.enum(['ticket_sidebar', 'new_ticket_sidebar']).catch('ticket_sidebar'),
  account: z.object({ subdomain: z.string() }),
});

/** A setting as an admin typed it; one that was left empty is none. */
const setting = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

export const metadataSchema = z.object({
  version: z.string().nullish(),
  settings: z
    .object({
      company: setting,
      service_url: setting.transform((url) => url?.replace(/\/+$/, '')),
      letterhead: setting,
      // The name that the app was given when it was installed.
      title: setting,
    })
    .nullish(),
  name: z.string().nullish(),
});

/** What a page of the navigation bar is told of the route within it. */
export const routeSchema = z.object({ appRoute: z.string().catch('') }).transform(({ appRoute }) => appRoute);

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
