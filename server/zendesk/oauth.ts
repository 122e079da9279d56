import { z } from 'zod';
import type { Waits } from '../waits.ts';
import { isZendeskError, ZendeskError } from './errors.ts';
import type { Reply } from './exchange.ts';

export interface TokenSource {
  /** A token that is good for a while yet; fetches one where needed, once for all who ask at the same time. */
  current(): Promise<string>;
  /** Forgets a token that was refused, unless another one has taken its place already. */
  discard(token: string): void;
  /** A fresh token was refused too: nobody is let through for a while, all are told `error`. */
  refuse(error: ZendeskError): void;
  /** A call was answered: the token is good. */
  accept(): void;
  /** Since when the account has refused us, in epoch milliseconds of real time; undefined where it doesn't. */
  refusedSince(): number | undefined;
  /** The scopes of the token held; undefined where there is none, or the account didn't say. */
  grantedScopes(): readonly string[] | undefined;
}

export interface TokenSourceOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Posts JSON to `/oauth/tokens` and resolves with a success; waits and retries are the sender's. */
  readonly post: (body: string) => Promise<Reply>;
  readonly waits: Waits;
}

const tokenReply = z.object({
  access_token: z.string().min(1),
  /** Seconds; accounts may be set to tokens that don't end. */
  expires_in: z.number().positive().nullish(),
  /** What was granted, divided by blanks; left out by some accounts. */
  scope: z.string().nullish().catch(undefined),
});

interface Held {
  readonly token: string;
  readonly freshUntil: number;
  readonly scopes: readonly string[] | undefined;
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

/** The account gives a token and doesn't take it: its user is suspended, has gone, or may not use the API. */
export function freshTokenRefused({ message, status }: ZendeskError): ZendeskError {
  const advice =
    'A new token was refused too: check that the user of the OAuth client in ZENDESK_CLIENT_ID is active and not suspended';
  const known = status === undefined ? {} : { status };
  return new ZendeskError(`${message}. ${advice}`, { code: 'unauthorized', effect: 'none', ...known });
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
  const { access_token: token, expires_in: expiresIn, scope: granted } = parsed.data;
  const scopes = granted?.trim() ? granted.trim().split(/\s+/) : undefined;
  return { token, freshUntil: freshUntil(expiresIn, Date.now()), scopes };
}

/** Refused once more after this long: all looks together must not storm the account's door. */
const REFUSED_FOR_MS = 30_000;

/** What the account said when it refused us, told to whoever asks for a while. */
function createRefusal(waits: Waits) {
  let refused: { readonly error: ZendeskError; readonly until: number; readonly since: number } | undefined;
  return {
    refuse: (error: ZendeskError): void => {
      refused = { error, until: waits.elapsed() + REFUSED_FOR_MS, since: refused?.since ?? Date.now() };
    },
    accept: (): void => {
      refused = undefined;
    },
    since: () => refused?.since,
    /** Throws while nobody is let through. */
    check: (): void => {
      const left = refused ? refused.until - waits.elapsed() : 0;
      if (!refused || left <= 0) return;
      const { code, message, status } = refused.error;
      const known = status === undefined ? {} : { status };
      throw new ZendeskError(message, { code, effect: 'none', retryAfterMs: Math.ceil(left), ...known });
    },
  };
}

/** OAuth client credentials. Token times are real time, also where the product's clock is moved. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  let held: Held | undefined;
  let coming: Promise<Held> | undefined;
  const refusal = createRefusal(options.waits);

  const renew = async (): Promise<Held> => {
    try {
      held = await fetchToken(options);
      return held;
    } catch (error) {
      if (isZendeskError(error, 'unauthorized')) refusal.refuse(error);
      throw error;
    } finally {
      coming = undefined;
    }
  };

  return {
    current: async () => {
      refusal.check();
      if (held && Date.now() < held.freshUntil) return held.token;
      coming ??= renew();
      return (await coming).token;
    },
    discard: (token) => {
      if (held?.token === token) held = undefined;
    },
    refuse: refusal.refuse,
    accept: refusal.accept,
    refusedSince: refusal.since,
    grantedScopes: () => held?.scopes,
  };
}
