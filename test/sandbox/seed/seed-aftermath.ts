import type { Account } from '../account/account.ts';
import { stampOf } from '../account/stamp.ts';
import { addRating } from '../ratings/add-rating.ts';
import { suspendMail } from '../suspended/suspend-mail.ts';
import { momentOf } from './moment.ts';
import { seedEach } from './seed-each.ts';
import type { SeedFile } from './seed-file.ts';

/** What comes after the tickets: their ratings, and the mails that were kept out. */
export function seedAftermath(account: Account, seed: SeedFile, start: number): void {
  seedEach('satisfaction_ratings', seed.satisfaction_ratings, ({ ticket_id, created_at, ...rating }) => {
    const ticket = account.tickets.get(ticket_id);
    if (!ticket) throw new Error(`ticket ${ticket_id} is not in the seed`);
    account.pinned = stampOf(momentOf(created_at ?? '-1m', start));
    addRating(account, ticket, rating);
  });
  seedEach('suspended_tickets', seed.suspended_tickets, ({ created_at, from, cause, ...mail }) => {
    account.pinned = stampOf(momentOf(created_at ?? '-1h', start));
    if (mail.id !== undefined) account.ids.reserve('other', mail.id);
    suspendMail(account, { ...mail, from, cause: cause ?? 'Detected as spam' });
  });
}
