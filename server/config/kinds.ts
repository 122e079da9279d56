import { isIP } from 'node:net';
import { z } from 'zod';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Names in a path, of letters that no proxy or router reads as anything else. */
const PLAIN_PATH = /^(\/[\w-][\w.-]*)*\/?$/;

/** An address, encrypted unless it stays on this machine. */
export const address = (missing: string, { withPath }: { readonly withPath: boolean }) =>
  z.string({ error: missing }).transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
    const path = withPath ? PLAIN_PATH : /^\/$/;
    const bare = url && path.test(url.pathname) && !url.search && !url.hash && !url.username;
    const parts = withPath ? 'query or user, its path of plain letters' : 'path, query or user';
    if (!secure)
      context.addIssue({
        code: 'custom',
        message: 'must be an https:// address (http:// only on 127.0.0.1)',
      });
    else if (!bare) context.addIssue({ code: 'custom', message: `must be an address without ${parts}` });
    return url ?? z.NEVER;
  });

const PROXY_NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** `10.0.0.0/8`, `::1`, or a name that Express knows. */
function isProxy(text: string): boolean {
  if (PROXY_NAMES.has(text)) return true;
  const [, ip = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const kind = isIP(ip);
  return kind !== 0 && Number(bits ?? 0) <= (kind === 4 ? 32 : 128);
}

/** Addresses and networks divided by commas; none where it is not set. */
export const proxies = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
  .refine(
    (list) => list.every(isProxy),
    'takes addresses or networks, divided by commas, as in 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  );

/** A text that has to be set. */
export const required = (missing: string) => z.string({ error: missing });

/** A whole number between two others, or `otherwise` where it is not set. */
export const whole = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be between ${least} and ${most}`)
    .default(otherwise);

/** Names divided by commas; none where it is not set. */
export const names = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
  .refine((list) => list.length <= 50, 'may name 50 at most');

/** A key of HS256 has at least as many bytes as its hash (RFC 7518, 3.2). */
export const appSecret = z
  .string()
  .min(32, 'must have at least 32 characters, e.g. from "openssl rand -base64 32"');
