import { idOf, isObject, listOf } from '../json.ts';
import type { SeedFile } from './seed-file.ts';

const LISTS = ['groups', 'organizations', 'users', 'tickets', 'ticket_fields', 'macros', 'triggers', 'views'];

/** Is parsed JSON a seed? Looks at the outline; what is wrong inside shows itself, by name, when it is loaded. */
export function isSeedFile(value: unknown): value is SeedFile {
  if (!isObject(value)) return false;
  const listsAreLists = LISTS.every((name) => !(name in value) || Array.isArray(value[name]));
  const accountIsObject = !('account' in value) || isObject(value.account);
  return (
    listsAreLists &&
    accountIsObject &&
    listOf(value.users).every(hasId) &&
    listOf(value.tickets).every(isTicket)
  );
}

const hasId = (entry: unknown) => isObject(entry) && idOf(entry.id) !== undefined;

function isTicket(entry: unknown): boolean {
  return (
    isObject(entry) &&
    idOf(entry.id) !== undefined &&
    idOf(entry.requester_id) !== undefined &&
    Array.isArray(entry.comments)
  );
}
