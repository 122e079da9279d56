import type { Request } from 'express';

/** JSON is in UTF-8 (RFC 8259, 8.1); any other character set that is named is refused rather than misread. */
export function isPlainJson(request: Request): boolean {
  const encoding = request.get('content-encoding') ?? 'identity';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(request.get('content-type') ?? '')?.[1] ?? 'utf-8';
  const isUtf8 = /^utf-?8$/i.test(charset);
  return request.is('application/json') !== false && encoding === 'identity' && isUtf8;
}

/** An id as Zendesk writes them; anything else is not worth a line of the log. */
function idIn(request: Request, header: string): string | undefined {
  const given = request.get(header) ?? '';
  return /^[\w-]{1,64}$/.test(given) ? given : undefined;
}

/** By what Zendesk's own log of the webhook is found. Only logged: none of it is signed. */
export function originOf(request: Request) {
  return {
    invocation: idIn(request, 'x-zendesk-webhook-invocation-id'),
    webhook: idIn(request, 'x-zendesk-webhook-id'),
    account: idIn(request, 'x-zendesk-account-id'),
  };
}
