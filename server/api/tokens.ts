import { jwtVerify } from 'jose';
import { z } from 'zod';
import { jwtFault, LONGEST_SECONDS, MOST_CHARACTERS, TOLERANCE_SECONDS } from '../jwt-fault.ts';

export interface TokenOptions {
  /** The account's subdomain. */
  readonly account: string;
  /** What tokens are signed with, the current secret first; empty: none is taken. */
  readonly secrets: readonly string[];
}

export type TokenFault =
  | 'token_missing'
  | 'token_invalid'
  | 'token_expired'
  | 'token_not_yet_valid'
  | 'wrong_account';

const claims = z.object({ iat: z.number(), exp: z.number(), account: z.string() });
type Claims = z.infer<typeof claims>;

type Verified =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly fault: TokenFault };

async function verify(token: string, secret: string): Promise<Verified> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['iat', 'exp', 'account'],
    });
    const parsed = claims.safeParse(payload);
    return parsed.success ? { ok: true, claims: parsed.data } : { ok: false, fault: 'token_invalid' };
  } catch (error) {
    return { ok: false, fault: jwtFault(error) };
  }
}

/** By each secret; what is said about a token is what the one that fits says. */
async function verifyByAny(token: string, secrets: readonly string[]): Promise<Verified> {
  let last: Verified = { ok: false, fault: 'token_invalid' };
  for (const secret of secrets) {
    last = await verify(token, secret);
    if (last.ok || last.fault !== 'token_invalid') return last;
  }
  return last;
}

/**
 * What is wrong with the value of an `Authorization` header; undefined where nothing is. A token proves that the
 * request came through Zendesk's proxy from an app of this account that was installed with our secret. It proves not
 * which agent sent it, nor anything else that the browser put into the claims: nothing may be decided by those.
 * `now`: real time in epoch milliseconds.
 */
export async function tokenFault(
  authorization: string | undefined,
  { account, secrets }: TokenOptions,
  now: number,
): Promise<TokenFault | undefined> {
  if (!authorization) return 'token_missing';
  const token = /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1];
  if (token === undefined || token.length > MOST_CHARACTERS) return 'token_invalid';
  const verified = await verifyByAny(token, secrets);
  if (!verified.ok) return verified.fault;
  const { iat, exp, account: named } = verified.claims;
  const seconds = now / 1_000;
  if (iat > seconds + TOLERANCE_SECONDS) return 'token_not_yet_valid';
  if (exp - iat > LONGEST_SECONDS || exp > seconds + LONGEST_SECONDS + TOLERANCE_SECONDS)
    return 'token_invalid';
  // As host names are, without regard to case.
  return named.toLowerCase() === account.toLowerCase() ? undefined : 'wrong_account';
}
