import { z } from 'zod';
import { isZendeskError, ZendeskError } from './errors.ts';
import type { Reply } from './exchange.ts';

export interface TokenSource {
  /** A token that is good for a while yet; fetches one where needed, once for all who ask at the same time. */
  current(): Promise<string>;
  /** Forgets a token that was refused, unless another one has taken its place already. */
  discard(token: string): void;
}

export interface TokenSourceOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Posts JSON to `/oauth/tokens` and resolves with a success; waits and retries are the sender's. */
  readonly post: (body: string) => Promise<Reply>;
}

const tokenReply = z.object({
  access_token: z.string().min(1),
  /** Seconds; accounts may be set to tokens that don't end. */
  expires_in: z.number().positive().nullish(),
});

interface Held {
  readonly token: string;
  readonly freshUntil: number;
}

/** Renewed when a tenth of its life is left, a minute at most, so that no call is sent with a token about to end. */
function freshUntil(expiresIn: number | null | undefined, now: number): number {
  if (!expiresIn) return Number.POSITIVE_INFINITY;
  return now + expiresIn * 1000 - Math.min(60_000, expiresIn * 100);
}

/** The token's own failure: nothing of the caller's was sent yet, and the body, which may repeat ours, is left out. */
function tokenError(error: unknown): unknown {
  if (!isZendeskError(error)) return error;
  const refused = error.code === 'unauthorized' || error.code === 'invalid';
  const advice =
    'Check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET, and that the OAuth client is confidential';
  return new ZendeskError(refused ? `${error.message}. ${advice}` : error.message, {
    code: refused ? 'unauthorized' : error.code,
    effect: 'none',
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}

async function fetchToken({ clientId, clientSecret, scope, post }: TokenSourceOptions): Promise<Held> {
  const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
  const reply = await post(JSON.stringify(body)).catch((error: unknown) => {
    throw tokenError(error);
  });
  const parsed = tokenReply.safeParse(reply.body);
  if (!parsed.success)
    throw new ZendeskError(`POST /oauth/tokens gave no access_token`, {
      code: 'malformed',
      effect: 'none',
      status: reply.status,
    });
  return { token: parsed.data.access_token, freshUntil: freshUntil(parsed.data.expires_in, Date.now()) };
}

/** OAuth client credentials. Token times are real time, also where the product's clock is moved. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  let held: Held | undefined;
  let coming: Promise<Held> | undefined;

  const renew = async (): Promise<Held> => {
    try {
      held = await fetchToken(options);
      return held;
    } finally {
      coming = undefined;
    }
  };

  return {
    current: async () => {
      if (held && Date.now() < held.freshUntil) return held.token;
      coming ??= renew();
      return (await coming).token;
    },
    discard: (token) => {
      if (held?.token === token) held = undefined;
    },
  };
}
