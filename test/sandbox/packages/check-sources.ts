import type { FaultList } from './fault.ts';
import { type PackageFiles, textOfFile } from './package-files.ts';

const SECRETS: readonly [string, RegExp][] = [
  ['private key', /-----BEGIN (RSA |OPENSSH |DSA |EC |PGP )?PRIVATE KEY/],
  ['AWS access key', /\bAKIA[0-9A-Z]{16}\b/],
  ['Slack token', /\bxox[pboa]-[0-9a-zA-Z-]{10,}/],
  ['GitHub token', /\bgh[pousr]_[0-9A-Za-z]{30,}/],
];
/** Addresses that are names, not places that anything is fetched from. */
const NAMESPACES = /^http:\/\/(www\.w3\.org|localhost|127\.0\.0\.1|\[::1\])/;

/** Secrets that should not be in a package that every agent's browser loads, and requests without encryption. */
export function checkSources(files: PackageFiles, faults: FaultList): void {
  for (const name of files.names) {
    if (!/\.(js|mjs|html?|json|css|txt|svg)$/i.test(name)) continue;
    const text = textOfFile(files, name) ?? '';
    for (const [kind, pattern] of SECRETS)
      if (pattern.test(text))
        faults.warn('application_secret', name, `seems to hold a ${kind}. Use a secure setting instead.`);
    if (!/\.(js|mjs|html?)$/i.test(name)) continue;
    const plain = text.match(/\bhttp:\/\/[^\s"'`<>\\)]+/g)?.filter((url) => !NAMESPACES.test(url)) ?? [];
    const [first] = plain;
    if (first !== undefined) faults.warn('insecure_http_request', name, `names ${first}; use https.`);
  }
}
