import { z } from 'zod/mini';
import { calendarDataSchema } from '../../domain/calendar-data.ts';
import { readStored, writeStored } from '../ui/stored.ts';
import { policySchema } from './schemas.ts';
import type { PromisesAnswer, Served } from './service.ts';

type Kept = Extract<Served<PromisesAnswer>, { ok: true }>;

const keptSchema = z.object({
  at: z.number(),
  value: z.extend(policySchema, { calendarData: z.exactOptional(calendarDataSchema) }),
});

/** The promises of the last answer, kept in this browser for the time in which the service is out of reach. */
export interface KeptPromises {
  /** `query`: what was asked, which decides the policy that holds. */
  keep(query: string, answer: Kept): void;
  read(query: string): Kept | undefined;
}

/** Cases are asked about by their times of receipt: each would be kept for itself, so only brand and form decide. */
function nameOf(account: string, query: string): string {
  const { brand, form } = Object.fromEntries(new URLSearchParams(query));
  return `${account}:promises:${brand ?? ''}:${form ?? ''}`;
}

export function createKeptPromises(account: string): KeptPromises {
  return {
    keep: (query, { value, at }) => void writeStored(nameOf(account, query), { at, value }, at),
    read(query) {
      const kept = readStored(nameOf(account, query), keptSchema);
      return kept && { ok: true, ...kept };
    },
  };
}
