import { z } from 'zod';

/** Of all policies, what a list of dates needs: the zone in which a day ends. */
export const policiesSchema = z.object({
  policies: z.array(z.object({ id: z.string(), version: z.string(), timeZone: z.string() })),
});
