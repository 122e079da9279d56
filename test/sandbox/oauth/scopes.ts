/** Resources with scopes of their own, as Zendesk lists them; everything else needs the global `read` or `write`. */
const RESOURCES = [
  'tickets',
  'users',
  'auditlogs',
  'organizations',
  'hc',
  'apps',
  'triggers',
  'automations',
  'targets',
  'webhooks',
  'macros',
  'requests',
  'satisfaction_ratings',
  'dynamic_content',
  'any_channel',
  'web_widget',
  'zis',
];

const KNOWN = new Set([
  'read',
  'write',
  'impersonate',
  ...RESOURCES.flatMap((name) => [`${name}:read`, `${name}:write`]),
]);

/** Splits a scope text; names in any form Zendesk takes, blanks between. */
export function parseScopes(text: string): string[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/**
 * May a token with these scopes make this call? A token that was given an unknown scope can do nothing at all.
 * @param resource the resource's own scope name, or nothing where only the global scope reaches
 */
export function scopeAllows(
  scopes: readonly string[],
  access: 'read' | 'write',
  resource: string | undefined,
): boolean {
  if (scopes.length === 0 || scopes.some((scope) => !KNOWN.has(scope))) return false;
  if (scopes.includes(access)) return true;
  return resource !== undefined && scopes.includes(`${resource}:${access}`);
}
