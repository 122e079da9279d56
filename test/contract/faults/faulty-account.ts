import type { RequestLogEntry } from '../../sandbox/index.ts';
import { type Account, accountForEach } from '../support/account.ts';
import type { Answer } from '../support/client.ts';
import { at } from '../support/read.ts';

/** The requests that the faults of these tests strike. */
export const PUT = { endpoint: 'PUT /api/v2/tickets/:id' };

/** What a test of faults works with. */
export interface FaultyAccount {
  readonly account: Account;
  /** Changes the priority of ticket 101, to urgent unless told otherwise. */
  put(priority?: string): Promise<Answer>;
  /** The priority that the ticket has. */
  priority(): Promise<unknown>;
  /** The requests that got no answer. */
  failed(): RequestLogEntry[];
}

/** An account for each test of the file, in which faults may be switched on. */
export function faultyAccount(): FaultyAccount {
  const account = accountForEach();
  return {
    account,
    put: (priority = 'urgent') => account.api.put('/tickets/101', { ticket: { priority } }),
    priority: async () => at((await account.api.get('/tickets/101')).body, 'ticket.priority'),
    failed: () => account.sandbox.requests().filter(({ status }) => status === 0),
  };
}
