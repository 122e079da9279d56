import type { Account } from './account.ts';

/** Calls below `/__sandbox`, by which the sandbox itself is told what to do. */
export type Control = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

/** The control of an account's sandbox. */
export function controlOf(account: Account): Control {
  return async (method, path, body) => {
    const response = await fetch(`${account.sandbox.url}/__sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: parsed };
  };
}
