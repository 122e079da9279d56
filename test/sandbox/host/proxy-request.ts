import { z } from 'zod';
import type { InstalledApp } from './installed-apps.ts';
import { signJwt } from './jwt.ts';

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

/** A request that the proxy won't make, in words that say what to change. */
export class RefusedRequest extends Error {}

/** A request ready to be sent. */
export interface PreparedRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Fills in `{{setting.x}}` and `{{jwt.token}}`, which only requests with `secure: true` may use, and drops headers
 * with underscores, as Zendesk's proxy does.
 */
export function prepareRequest(request: ProxyRequest, app: InstalledApp, nowMs: number): PreparedRequest {
  const fill = request.secure ? secureFiller(request, app, nowMs) : (text: string) => text;
  const url = parsedUrl(fill(request.url));
  if (request.secure) assertWhitelisted(url, app);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (!name.includes('_')) headers[name] = fill(value);
  if (request.contentType !== undefined) headers['content-type'] = request.contentType;
  const method = request.type.toUpperCase();
  const body =
    method === 'GET' || method === 'HEAD' || request.data === undefined ? undefined : fill(request.data);
  return { url, method, headers, ...(body === undefined ? {} : { body }) };
}

function secureFiller(request: ProxyRequest, app: InstalledApp, nowMs: number): (text: string) => string {
  const withSettings = (text: string) =>
    text.replace(/\{\{\s*setting\.([\w-]+)\s*\}\}/g, (_match, name: string) => setting(app, name));
  const token = () => {
    if (!request.jwt) throw new RefusedRequest('{{jwt.token}} needs the option "jwt" with a secret_key.');
    const { algorithm, secret_key, expiry, claims } = request.jwt;
    return signJwt({ algorithm, secretKey: withSettings(secret_key), expiry, claims }, nowMs);
  };
  return (text) => withSettings(text).replace(/\{\{\s*jwt\.token\s*\}\}/g, token);
}

function setting(app: InstalledApp, name: string): string {
  const value = app.settings[name];
  if (value === undefined || value === '') throw new RefusedRequest(`The app has no setting "${name}".`);
  return String(value);
}

function parsedUrl(text: string): URL {
  const url = URL.parse(text);
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
