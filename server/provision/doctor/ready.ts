import { z } from 'zod';
import { describeError } from '../../describe-error.ts';

const coverage = z.object({
  policy: z.string(),
  version: z.string(),
  knownUntil: z.string(),
  neededUntil: z.string(),
});

/** What `/readyz` says; older services say less. */
const readyShape = z.object({
  status: z.string(),
  waitingFor: z.string().optional(),
  checks: z.record(z.string(), z.string()).optional(),
  warnings: z.record(z.string(), z.string()).optional(),
  version: z.string().optional(),
  sweep: z.object({ ageSeconds: z.number().nullable(), everySeconds: z.number() }).optional(),
  calendars: z.array(coverage).optional(),
});

export type Ready = z.infer<typeof readyShape>;

/** `unreachable`: nobody answered, with why. `foreign`: something answered that is not our service. */
export type ReadyAnswer =
  | { readonly kind: 'told'; readonly status: number; readonly told: Ready }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'foreign'; readonly status: number };

/** For one question to the service. */
export const WITHIN_MS = 10_000;

/** The address of something at the service. */
export const addressAt = (publicUrl: string, path: string): string =>
  `${publicUrl.replace(/\/+$/u, '')}${path}`;

/** Why a request got no answer, in words; the address is named by whoever tells. */
export function noAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${WITHIN_MS / 1_000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return code === '' ? describeError(error) : code;
}

/** Asks the service how it is, as a load balancer would. Never rejects. */
export async function readReady(publicUrl: string): Promise<ReadyAnswer> {
  try {
    const response = await fetch(addressAt(publicUrl, '/readyz'), {
      redirect: 'manual',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = readyShape.safeParse(body);
    if (!parsed.success) return { kind: 'foreign', status: response.status };
    return { kind: 'told', status: response.status, told: parsed.data };
  } catch (error) {
    return { kind: 'unreachable', why: noAnswer(error) };
  }
}
