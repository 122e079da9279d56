import { badRequest } from '../fault.ts';
import type { Call, Reply } from './route.ts';

/** A key is remembered for two hours. */
const MEMORY_MS = 2 * 3_600_000;

/** Answers a repeated `Idempotency-Key` with the first reply. Zendesk knows this on `POST /tickets` only. */
export type Idempotency = (call: Call, run: () => Reply) => Reply;

export function createIdempotency(now: () => number): Idempotency {
  const known = new Map<string, { at: number; body: string; reply: Reply }>();
  return (call, run) => {
    const key = call.header('idempotency-key');
    if (key === undefined) return run();
    const body = JSON.stringify(call.body);
    const before = known.get(key);
    if (before && now() - before.at < MEMORY_MS) {
      if (before.body !== body)
        throw badRequest('Idempotency key was used with another request body', 'IdempotentRequestError');
      call.setHeaders({ 'x-idempotency-lookup': 'hit' });
      return before.reply;
    }
    const reply = run();
    known.set(key, { at: now(), body, reply });
    call.setHeaders({ 'x-idempotency-lookup': 'miss' });
    return reply;
  };
}
