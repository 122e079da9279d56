import { z } from 'zod';
import type { InstalledApp } from './installed-apps.ts';
import { signJwt } from './jwt.ts';
import { RefusedRequest } from './refused-request.ts';
import { fillSettings } from './secure-settings.ts';

/** What the workspace passes on of an app's `client.request` to another host. */
export const proxyRequestShape = z.object({
  url: z.string(),
  type: z.string().default('GET'),
  data: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
  contentType: z.string().optional(),
  secure: z.boolean().default(false),
  jwt: z
    .object({
      algorithm: z.string().default('HS256'),
      secret_key: z.string(),
      expiry: z.number().default(60),
      claims: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
  timeout: z.number().positive().max(60_000).default(30_000),
});

export type ProxyRequest = z.infer<typeof proxyRequestShape>;

/** A request ready to be sent. */
export interface PreparedRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

type Fill = (text: string, scope: string) => string;

/**
 * Fills in `{{setting.x}}` and `{{jwt.token}}`, which only requests with `secure: true` may use, and drops headers
 * with underscores, as Zendesk's proxy does.
 */
export function prepareRequest(request: ProxyRequest, app: InstalledApp, nowMs: number): PreparedRequest {
  const fill: Fill = request.secure ? secureFiller(request, app, nowMs) : (text) => text;
  const url = filledUrl(request.url, fill);
  if (request.secure) assertWhitelisted(url, app);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (!name.includes('_')) headers[name.toLowerCase()] = fill(value, 'header');
  if (request.contentType !== undefined) headers['content-type'] ??= request.contentType;
  const method = request.type.toUpperCase();
  const hasBody = method !== 'GET' && method !== 'HEAD' && request.data !== undefined;
  return { url, method, headers, ...(hasBody ? { body: fill(request.data ?? '', 'body') } : {}) };
}

function secureFiller(request: ProxyRequest, app: InstalledApp, nowMs: number): Fill {
  const token = () => {
    if (!request.jwt) throw new RefusedRequest('{{jwt.token}} needs the option "jwt" with a secret_key.');
    const { algorithm, secret_key, expiry, claims } = request.jwt;
    const secretKey = fillSettings(secret_key, app, 'jwt_secret_key');
    const filled = Object.entries(claims).map(([name, value]) => [
      name,
      typeof value === 'string' ? fillSettings(value, app, 'jwt_claim') : value,
    ]);
    return signJwt({ algorithm, secretKey, expiry, claims: Object.fromEntries(filled) }, nowMs);
  };
  return (text, scope) => fillSettings(text, app, scope).replace(/\{\{\s*jwt\.token\s*\}\}/g, token);
}

/** A setting may stand for the host or within the path; each is a scope of its own. */
function filledUrl(text: string, fill: Fill): URL {
  const [, host = text, path = ''] = /^(https?:\/\/[^/?#]*)(.*)$/s.exec(text) ?? [];
  const filled = `${fill(host, 'url_host')}${fill(path, 'url_path')}`;
  const url = URL.parse(filled);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new RefusedRequest(`"${text}" is no http(s) address.`);
  return url;
}

/** Secrets go only to the hosts that the manifest names; this machine is always one of them here. */
function assertWhitelisted(url: URL, app: InstalledApp): void {
  const allowed = ['localhost', '127.0.0.1', ...app.domainWhitelist];
  if (allowed.some((host) => url.hostname === host || url.hostname.endsWith(`.${host.replace(/^\*\./, '')}`)))
    return;
  throw new RefusedRequest(
    `${url.hostname} is not in the manifest's domainWhitelist, so no secure setting goes there.`,
  );
}
