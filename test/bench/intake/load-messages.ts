import { z } from 'zod';

/** What the load is told to send. */
export const order = z.object({
  /** The servers; connections are divided among them. */
  ports: z.array(z.number()).min(1),
  connections: z.int().positive(),
  secret: z.string(),
  /** Requests in all. */
  count: z.int().positive(),
  /** The first ticket, and after how many they begin anew. */
  firstTicket: z.int().positive(),
  tickets: z.int().positive(),
  /** Requests a second, spread evenly; as many as can be answered where left out. */
  perSecond: z.number().positive().optional(),
  /** When the tickets were changed, as the webhooks say: ISO; the moment of signing where left out. */
  changedAt: z.string().optional(),
});

export type Order = z.output<typeof order>;

/** What became of it. */
export const loaded = z.object({
  /** From the first request sent to the last answer. */
  seconds: z.number(),
  /** Milliseconds that 99 of 100 requests took at most. */
  p99: z.number(),
  /** The ticket of each request that was answered 202. */
  accepted: z.array(z.number()),
  /** Requests that were answered otherwise, or not at all. */
  others: z.number(),
});

export type Loaded = z.output<typeof loaded>;
