import { createHash } from 'node:crypto';

/**
 * What we last wrote into a text is remembered as a short hash in the description of the macro that uses it. A text
 * that no longer matches its hash was edited by a person, and is theirs from then on; one that does is still ours and
 * follows the definition: a new postal address reaches the letters by running provisioning again.
 */
export type Fingerprints = Readonly<Record<string, string>>;

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether two texts differ in white space at most, which Zendesk may change on the way. */
export const sameText = (a: string, b: string): boolean => squeeze(a) === squeeze(b);

export const fingerprint = (text: string): string =>
  createHash('sha256').update(squeeze(text)).digest('hex').slice(0, 8);

const PATTERN = /\s*\[texts:([^\]]*)\]/u;

/** Reads `[texts: en-US=1a2b3c4d de=5e6f7a8b]` out of a description. */
export function readFingerprints(description: string): Fingerprints {
  const pairs = (PATTERN.exec(description)?.[1] ?? '').trim().split(/\s+/u);
  return Object.fromEntries(pairs.flatMap((pair) => (pair.includes('=') ? [pair.split('=')] : [])));
}

/** The description with these fingerprints in place of those it had. */
export function withFingerprints(description: string, prints: Fingerprints): string {
  const pairs = Object.entries(prints).map(([locale, print]) => `${locale}=${print}`);
  const bare = description.replace(PATTERN, '');
  return pairs.length > 0 ? `${bare} [texts: ${pairs.sort().join(' ')}]` : bare;
}
