import { isZendeskError } from './errors.ts';
import type { Zendesk } from './index.ts';

/** The least that the service's OAuth client needs, and what for. */
const NEEDED = [
  {
    scope: 'read',
    covers: ['read'],
    why: 'audits and the export of search results need it, tickets:read is too little',
  },
  {
    scope: 'tickets:write',
    covers: ['tickets:write', 'write'],
    why: 'acknowledgements and due dates are written with it',
  },
] as const;

type Needed = (typeof NEEDED)[number];

/** Whether the account refuses a call for its scopes or the user's role. @throws ZendeskError for any other refusal */
export async function isForbidden(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return false;
  } catch (error) {
    if (isZendeskError(error, 'forbidden')) return true;
    // There is no ticket 0, no field 0: whatever is said about it, it was allowed to ask.
    if (isZendeskError(error, 'not_found', 'invalid')) return false;
    throw error;
  }
}

/** Tries what each scope is for, without any effect: writing to ticket 0, which exists in no account. */
async function refusedScopes({ port, rest }: Zendesk): Promise<Set<Needed['scope']>> {
  const page = { query: 'created>2000-01-01', 'filter[type]': 'ticket', 'page[size]': 1 };
  const [me, search, write] = [
    await isForbidden(port.me()),
    await isForbidden(rest.get('search/export', page)),
    await isForbidden(rest.put('tickets/0', { ticket: {} })),
  ];
  return new Set([...(me || search ? ['read' as const] : []), ...(write ? ['tickets:write' as const] : [])]);
}

/**
 * What is missing of the service's OAuth scopes, in words; undefined where nothing is. Asks what the token was given,
 * and tries it, because an unknown scope among them makes Zendesk refuse everything.
 */
export async function scopeFault(zendesk: Zendesk): Promise<string | undefined> {
  const refused = await refusedScopes(zendesk);
  const granted = zendesk.grantedScopes();
  const missing = NEEDED.filter(
    ({ scope, covers }) =>
      refused.has(scope) || (granted !== undefined && !covers.some((one) => granted.includes(one))),
  );
  if (missing.length === 0) return undefined;
  const lines = missing.map(({ scope, why }) => `  ${scope}: ${why}`);
  const all =
    granted !== undefined && missing.every(({ covers }) => covers.some((one) => granted.includes(one)));
  const hint = all
    ? 'The token has them, yet Zendesk refuses: check the role of its user, and ZENDESK_SCOPE for a name that Zendesk does not know.'
    : 'Give them to the OAuth client, and check ZENDESK_SCOPE.';
  return `the OAuth client of the service lacks scopes:\n${lines.join('\n')}\n${hint}`;
}
