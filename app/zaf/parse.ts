import { z } from 'zod/mini';

/** The values that the ZAF client answers with, parsed before anyone trusts them. */
export const userSchema = z.object({
  id: z.coerce.number(),
  name: z.nullish(z.string()),
  role: z.nullish(z.union([z.string(), z.number()])),
  locale: z.nullish(z.string()),
  timeZone: z.nullish(z.object({ ianaName: z.nullish(z.string()) })),
});

export const requesterSchema = z.object({
  id: z.nullish(z.coerce.number()),
  name: z.nullish(z.string()),
  email: z.nullish(z.string()),
  locale: z.nullish(z.string()),
});

export const assigneeSchema = z.object({
  group: z.nullish(z.object({ id: z.nullish(z.coerce.number()) })),
  user: z.nullish(z.object({ id: z.nullish(z.coerce.number()) })),
});

export const schemeSchema = z.catch(z.enum(['light', 'dark']), 'light');

export const contextSchema = z.object({
  location: z.catch(z.enum(['ticket_sidebar', 'new_ticket_sidebar']), 'ticket_sidebar'),
  account: z.object({ subdomain: z.string() }),
});

/** A setting as an admin typed it; one that was left empty is none. */
const setting = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text?.trim() || undefined),
);

export const metadataSchema = z.object({
  version: z.nullish(z.string()),
  settings: z.nullish(
    z.object({
      company: setting,
      service_url: z.pipe(
        setting,
        z.transform((url) => url?.replace(/\/+$/, '')),
      ),
      letterhead: setting,
      // The name that the app was given when it was installed.
      title: setting,
    }),
  ),
  name: z.nullish(z.string()),
});

/** What a page of the navigation bar is told of the route within it. */
export const routeSchema = z.pipe(
  z.object({ appRoute: z.catch(z.string(), '') }),
  z.transform(({ appRoute }) => appRoute),
);

/** jQuery's failed request, as `client.request` rejects with it. */
export const failedRequestSchema = z.object({
  status: z.catch(z.number(), 0),
  responseJSON: z.optional(z.unknown()),
  responseText: z.catch(z.nullish(z.string()), undefined),
});

/** Reads `{errors, [path]: value}`, the shape of every single `get`. */
export function valueAt(answer: unknown, path: string): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(answer);
  return parsed.success ? parsed.data[path] : undefined;
}
