import { createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';

/** Who asks for a page with `signedUrls`, and where. */
export interface SignedClaims {
  origin: string;
  installationId: number;
  userId: number;
}

/** Signs tokens for the pages of one account's apps, and shows the key that they are checked with. */
export interface TokenSigner {
  token(claims: SignedClaims, nowMs: number): string;
  /** PEM, as `GET /api/v2/apps/{id}/public_key.pem` gives it. */
  publicKey(): string;
}

/** Lifetime of a token, in seconds. */
const LIFETIME = 60;

/** Zendesk signs with RS256; the key is made when the first token is asked for. */
export function createTokenSigner(): TokenSigner {
  let keys: { publicKey: KeyObject; privateKey: KeyObject } | undefined;
  const pair = () => {
    keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return keys;
  };
  return {
    token({ origin, installationId, userId }, nowMs) {
      const iat = Math.floor(nowMs / 1000);
      const header = encoded({ typ: 'JWT', alg: 'RS256' });
      const payload = encoded({
        iat,
        nbf: iat,
        exp: iat + LIFETIME,
        jti: randomUUID(),
        iss: origin,
        aud: `${origin}/api/v2/apps/installations/${installationId}.json`,
        sub: `${origin}/api/v2/users/${userId}.json`,
      });
      const signer = createSign('RSA-SHA256').update(`${header}.${payload}`);
      return `${header}.${payload}.${signer.sign(pair().privateKey, 'base64url')}`;
    },
    publicKey: () => pair().publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
