import { createHmac } from 'node:crypto';
import { RefusedRequest } from './refused-request.ts';

const digests: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

/** What an app asks the proxy to sign: `expiry` in seconds from now. */
export interface JwtOptions {
  algorithm: string;
  secretKey: string;
  expiry: number;
  claims: Record<string, unknown>;
}

/** Signs a JSON Web Token as Zendesk's proxy does. @throws RefusedRequest for an algorithm that isn't an HMAC one */
export function signJwt(options: JwtOptions, nowMs: number): string {
  const digest = digests[options.algorithm];
  if (digest === undefined)
    throw new RefusedRequest(`jwt.algorithm ${options.algorithm} is not one of HS256, HS384, HS512.`);
  const issuedAt = Math.floor(nowMs / 1000);
  const header = encoded({ typ: 'JWT', alg: options.algorithm });
  const payload = encoded({ iat: issuedAt, exp: issuedAt + options.expiry, ...options.claims });
  const signature = createHmac(digest, options.secretKey).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
