import type { Account } from '../account/account.ts';
import type { TicketRecord, UserRecord } from '../account/records.ts';
import { rank } from '../rules/field-values.ts';
import { compareDates } from './dates.ts';
import type { Term } from './parse-query.ts';
import { holdsWords, isValue } from './words.ts';

/** Where a search looks, and for whom: `me` is whoever searches. */
export interface SearchFrame {
  account: Account;
  me: UserRecord;
}

/** Does a ticket answer one term? */
export type Matcher = (frame: SearchFrame, ticket: TicketRecord, term: Term) => boolean;

/** A time of the ticket against a date, an instant or a span. */
export const stamp =
  (of: (ticket: TicketRecord) => string | null | undefined): Matcher =>
  ({ account }, ticket, term) =>
    compareDates(of(ticket), term, account.clock.now());

/** A value of the ticket as a whole, in any letter case. */
export const word =
  (of: (ticket: TicketRecord) => string | null): Matcher =>
  (_frame, ticket, term) =>
    isValue(of(ticket) ?? '', term.value);

/** A text of the ticket, by words or phrase. */
export const words =
  (of: (ticket: TicketRecord) => string | null): Matcher =>
  (_frame, ticket, term) =>
    term.value === 'none' ? !of(ticket) : holdsWords(of(ticket) ?? '', term.value);

/** People of the ticket by id, address, phone, external id or name; `me` is whoever searches. */
export const person =
  (of: (frame: SearchFrame, ticket: TicketRecord) => readonly (number | null)[]): Matcher =>
  (frame, ticket, term) => {
    const ids = of(frame, ticket).filter((id) => id !== null);
    if (term.value === 'none') return ids.length === 0;
    return ids.some((id) => isPerson(frame, id, term.value));
  };

/** A status or priority, which have an order. */
export const ladder =
  (field: 'status' | 'priority'): Matcher =>
  (_frame, ticket, term) => {
    const value = ticket[field] ?? '';
    if (term.operator === ':') return isValue(value, term.value);
    return compareNumbers(term, rank(field, value), rank(field, term.value.toLowerCase()));
  };

/** A record that a ticket belongs to, by id or name. */
export const named =
  (of: (account: Account, ticket: TicketRecord) => { id: number; name: string } | undefined): Matcher =>
  ({ account }, ticket, term) => {
    const record = of(account, ticket);
    return term.value === 'none' || !record
      ? !record && term.value === 'none'
      : String(record.id) === term.value || isValue(record.name, term.value);
  };

function isPerson(frame: SearchFrame, id: number, value: string): boolean {
  const user = frame.account.users.get(id);
  if (value === 'me') return id === frame.me.id;
  if (!user) return false;
  const texts = [user.email ?? '', user.phone ?? '', user.external_id ?? ''];
  return (
    String(user.id) === value || texts.some((text) => isValue(text, value)) || holdsWords(user.name, value)
  );
}

export function compareNumbers({ operator }: Term, own: number, limit: number): boolean {
  if (operator === '<') return own < limit;
  if (operator === '<=') return own <= limit;
  return operator === '>' ? own > limit : own >= limit;
}
