import { z } from 'zod';
import type { Sandbox } from '../../sandbox/index.ts';

/** An account with an OAuth client: the sandbox, or a real one. */
export type Reachable = Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>;

/** A reply as a test looks at it. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Calls below `/api/v2` as one caller. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

const Token = z.object({ access_token: z.string() });

/** Fetches a token for the account's OAuth client. */
export async function token(sandbox: Reachable, scope = 'read write'): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
      scope,
    }),
  });
  return Token.parse(await response.json()).access_token;
}

/** A client with a token of the sandbox's service user. */
export async function serviceClient(sandbox: Reachable, scope?: string): Promise<Client> {
  return clientWith(sandbox, { authorization: `Bearer ${await token(sandbox, scope)}` });
}

/** A client with the browser session of a user. */
export async function sessionClient(sandbox: Pick<Sandbox, 'url'>, userId: number): Promise<Client> {
  return clientWith(sandbox, await sessionHeaders(sandbox, userId));
}

/** The headers that a signed-in user's browser sends. */
export async function sessionHeaders(
  sandbox: Pick<Sandbox, 'url'>,
  userId: number,
): Promise<Record<string, string>> {
  const response = await fetch(`${sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: userId }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`No session for user ${userId}: ${response.status}`);
  return { cookie };
}

/** A client that sends these headers with each call. */
export function clientWith(sandbox: Pick<Sandbox, 'url'>, own: Record<string, string>): Client {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${sandbox.url}/api/v2${path}`, {
      method,
      headers: { ...own, ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: parsed, headers: response.headers };
  };
  return {
    get: (path, headers) => call('GET', path, undefined, headers),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body) => call('PUT', path, body),
    patch: (path, body) => call('PATCH', path, body),
    delete: (path, body) => call('DELETE', path, body),
  };
}
