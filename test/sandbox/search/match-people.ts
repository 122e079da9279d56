import type { GroupRecord, OrganizationRecord, UserRecord } from '../account/records.ts';
import { compareDates } from './dates.ts';
import type { SearchFrame } from './matchers.ts';
import { answers, type Term } from './parse-query.ts';
import { holdsWords, isValue } from './words.ts';

/** Does a user answer all terms of a search? */
export function matchesUser(frame: SearchFrame, user: UserRecord, terms: readonly Term[]): boolean {
  const { account } = frame;
  return answers(terms, (term) => {
    const { value } = term;
    switch (term.field) {
      case '':
        return [user.name, user.email ?? '', user.notes, user.details].some((text) =>
          holdsWords(text, value),
        );
      case 'name':
        return holdsWords(user.name, value);
      case 'email':
        return isValue(user.email ?? '', value);
      case 'role':
        return isValue(user.role, value);
      case 'external_id':
        return isValue(user.external_id ?? '', value);
      case 'phone':
        return isValue(user.phone ?? '', value);
      case 'id':
        return String(user.id) === value;
      case 'tags':
        return value === 'none' ? user.tags.length === 0 : user.tags.some((tag) => isValue(tag, value));
      case 'organization':
        return isValue(account.organizations.get(user.organization_id ?? 0)?.name ?? '', value);
      case 'suspended':
        return String(user.suspended) === value;
      case 'notes':
      case 'details':
        return holdsWords(user[term.field], value);
      default:
        return isStamped(frame, user, term);
    }
  });
}

/** Does an organisation or a group answer all terms? */
export function matchesNamed(
  frame: SearchFrame,
  record: OrganizationRecord | GroupRecord,
  terms: readonly Term[],
): boolean {
  return answers(terms, (term) => {
    if (term.field === '' || term.field === 'name') return holdsWords(record.name, term.value);
    if (term.field === 'id') return String(record.id) === term.value;
    if ('tags' in record && term.field === 'tags') return record.tags.some((tag) => isValue(tag, term.value));
    if ('external_id' in record && term.field === 'external_id')
      return isValue(record.external_id ?? '', term.value);
    return isStamped(frame, record, term);
  });
}

function isStamped(
  { account }: SearchFrame,
  record: { created_at: string; updated_at: string },
  term: Term,
): boolean {
  const now = account.clock.now();
  if (term.field.startsWith('created')) return compareDates(record.created_at, term, now);
  return term.field.startsWith('updated') && compareDates(record.updated_at, term, now);
}
