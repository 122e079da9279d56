import { expect } from 'vitest';
import { type Account, accountForAll } from '../support/account.ts';
import type { Client } from '../support/client.ts';
import { at, numberAt } from '../support/read.ts';

export const ENGLISH_LOCALE = 1176;
export const GERMAN_LOCALE = 8;

/** What a test of macros works with. */
export interface AccountWithMacros {
  readonly account: Account;
  /** Makes a macro, and tells its id. */
  macro(actions: { field: string; value: unknown }[], title?: string): Promise<number>;
  /** The ticket as a macro would make it: ticket 101 and the service, unless told otherwise. */
  applied(id: number, ticket?: number, client?: Client): Promise<unknown>;
}

/** One account for the tests of the file, and what makes and applies macros in it. */
export function accountWithMacros(): AccountWithMacros {
  const account = accountForAll();
  return {
    account,
    async macro(actions, title = 'Probe') {
      const made = await account.api.post('/macros.json', {
        macro: { title, description: '[mark]', actions },
      });
      expect(made.status).toBe(200);
      return numberAt(made.body, 'macro.id');
    },
    applied: async (id, ticket = 101, client = account.api) =>
      at((await client.get(`/tickets/${ticket}/macros/${id}/apply.json`)).body, 'result.ticket'),
  };
}
