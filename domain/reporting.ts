import { z } from 'zod';

/** What reports may show; nothing of it decides a date. */
export const reportingSchema = z.strictObject({
  /** Whether how promises were kept may be shown for each handler: in Germany that needs the works council. */
  timelinessPerHandler: z.boolean().default(false),
});
