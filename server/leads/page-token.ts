import { createHash } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { jwtFault, LONGEST_SECONDS, MOST_CHARACTERS, TOLERANCE_SECONDS } from '../jwt-fault.ts';
import type { AppKey, AppKeys } from './app-keys.ts';

export type PageTokenFault =
  | 'token_missing'
  /** Not signed by Zendesk for our app, or not what Zendesk sends at all. */
  | 'token_invalid'
  | 'token_expired'
  | 'token_not_yet_valid'
  | 'wrong_account'
  /** Made for an app that is none of ours. */
  | 'wrong_app'
  /** Seen before: somebody sends again what a browser has sent. */
  | 'token_used';

export type CheckedPageToken =
  | { readonly ok: true; readonly userId: number }
  | { readonly ok: false; readonly fault: PageTokenFault };

/** Remembers a token until it would have expired: false where it is known already. */
export type TakeToken = (used: {
  readonly digest: string;
  readonly expiresAt: number;
  readonly now: number;
}) => Promise<boolean>;

export interface PageTokenOptions {
  /** Where Zendesk is, e.g. `https://x.zendesk.com`. */
  readonly account: string;
  readonly keys: AppKeys;
  readonly takeToken: TakeToken;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

const claims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  iat: z.number().optional(),
  jti: z.string().min(1).optional(),
});
type Claims = z.infer<typeof claims>;

/** The host of `https://x.zendesk.com/...` or of a bare `x.zendesk.com`; undefined where it is neither. */
const hostOf = (text: string): string | undefined =>
  URL.parse(text.includes('://') ? text : `https://${text}`)?.host.toLowerCase();

const PATHS = {
  installation: /^\/api\/v2\/apps\/installations\/([1-9]\d{0,15})(\.json)?$/,
  user: /^\/api\/v2\/users\/([1-9]\d{0,15})(\.json)?$/,
} as const;

/** The number in `https://x.zendesk.com/api/v2/users/7.json`; undefined where it is no such address. */
function numberIn(text: string, kind: keyof typeof PATHS): number | undefined {
  const digits = PATHS[kind].exec(URL.parse(text)?.pathname ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** What a token says of itself; nothing of it is believed before its signature is checked. */
function claimed(token: string): Claims | undefined {
  try {
    return claims.safeParse(decodeJwt(token)).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function verify(token: string, key: AppKey, now: number): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['RS256'],
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['iss', 'aud', 'sub', 'exp'],
    currentDate: new Date(now),
  });
  return payload;
}

/** Where the key has been replaced, the one that is kept fits nothing any more. */
async function verifyByApp(token: string, appId: number, { keys, now = Date.now }: PageTokenOptions) {
  const kept = await keys.keyOf(appId);
  try {
    return await verify(token, kept, now());
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    return verify(token, await keys.keyOf(appId, { fresh: true }), now());
  }
}

function tooLong({ iat, exp }: Claims, now: number): boolean {
  const seconds = now / 1_000;
  return exp - (iat ?? seconds) > LONGEST_SECONDS || exp > seconds + LONGEST_SECONDS + TOLERANCE_SECONDS;
}

/**
 * Whom Zendesk has opened the page for, by the token that it put into the form: signed with the private key of our app,
 * which nobody but Zendesk has, for an installation of it in this account, lately, and never seen before. Rejects
 * where Zendesk or the database can't be asked.
 */
export async function checkPageToken(
  token: string | undefined,
  options: PageTokenOptions,
): Promise<CheckedPageToken> {
  const { account, keys, takeToken, now = Date.now } = options;
  const refuse = (fault: PageTokenFault): CheckedPageToken => ({ ok: false, fault });
  if (!token) return refuse('token_missing');
  const said = token.length > MOST_CHARACTERS ? undefined : claimed(token);
  const installationId = said && numberIn(said.aud, 'installation');
  const userId = said && numberIn(said.sub, 'user');
  if (!said || installationId === undefined || userId === undefined) return refuse('token_invalid');
  const hosts = [said.iss, said.aud, said.sub].map(hostOf);
  if (hosts.some((host) => host !== hostOf(account))) return refuse('wrong_account');
  const appId = await keys.appOf(installationId);
  if (appId === undefined) return refuse('wrong_app');
  try {
    await verifyByApp(token, appId, options);
  } catch (error) {
    return refuse(jwtFault(error));
  }
  if (tooLong(said, now())) return refuse('token_invalid');
  const [header = '', payload = ''] = token.split('.');
  const digest = createHash('sha256')
    .update(said.jti ?? `${header}.${payload}`)
    .digest('hex');
  // Afterwards it has expired, and is refused for that.
  const expiresAt = (said.exp + TOLERANCE_SECONDS + 1) * 1_000;
  return (await takeToken({ digest, expiresAt, now: now() })) ? { ok: true, userId } : refuse('token_used');
}
