import type { UserRecord } from '../account/records.ts';

/** Has the user one of the roles that `role=` or `role[]=` in the address name, and the custom role of `permission_set`? */
export function hasRole(user: UserRecord, call: { readonly path: string }): boolean {
  const { searchParams } = new URL(call.path, 'http://localhost');
  const roles = [...searchParams.getAll('role'), ...searchParams.getAll('role[]')];
  const set = searchParams.get('permission_set');
  if (set !== null && String(user.custom_role_id) !== set) return false;
  return roles.length === 0 || roles.includes(user.role);
}

/** `query` is words, or `email:`, `name:`, `role:`, `external_id:` with a value; `external_id` a parameter of its own. */
export function matchesQuery(user: UserRecord, query: Readonly<Record<string, string | undefined>>): boolean {
  if (query.external_id !== undefined) return user.external_id === query.external_id;
  const words = (query.query ?? '').match(/(?:[^\s"]+|"[^"]*")+/g) ?? [];
  return words.every((word) => matchesWord(user, word.replaceAll('"', '').toLowerCase()));
}

function matchesWord(user: UserRecord, word: string): boolean {
  const [key, ...rest] = word.split(':');
  const value = rest.join(':');
  if (rest.length > 0 && key === 'type') return value === 'user';
  if (rest.length > 0 && key === 'email') return user.email?.toLowerCase() === value;
  if (rest.length > 0 && key === 'role') return user.role === value;
  if (rest.length > 0 && key === 'external_id') return user.external_id?.toLowerCase() === value;
  if (rest.length > 0 && key === 'name') return user.name.toLowerCase().includes(value);
  return [user.name, user.email ?? '', user.notes, user.details].some((text) =>
    text.toLowerCase().includes(word),
  );
}

/** Does a name or the address start so? */
export function startsWith(user: UserRecord, name: string): boolean {
  return (
    user.name
      .toLowerCase()
      .split(' ')
      .some((part) => part.startsWith(name.toLowerCase())) || (user.email ?? '').startsWith(name)
  );
}
