import type { Request } from 'express';
import { readBody } from '../http/read-body.ts';

/** A token has some hundred characters. */
const LONGEST_FORM = 16_384;
const FORM = /^application\/x-www-form-urlencoded(;|$)/i;

/** The field of Zendesk's form. Undefined where it can't be read. */
export async function tokenField(
  request: Request,
): Promise<{ readonly token: string | undefined } | undefined> {
  if (!FORM.test(request.get('content-type') ?? '') || request.get('content-encoding')) return undefined;
  const read = await readBody(request, LONGEST_FORM);
  if (!read.ok) return undefined;
  const tokens = new URLSearchParams(read.body.toString('utf8')).getAll('token');
  return tokens.length > 1 ? undefined : { token: tokens[0] };
}
