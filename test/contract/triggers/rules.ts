import { expect } from 'vitest';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { type Account, accountForEach } from '../support/account.ts';
import type { Answer, Client } from '../support/client.ts';
import { at, listAt, numberAt } from '../support/read.ts';
import { SEED } from '../support/seed.ts';

/** A condition of a trigger. */
export type Rule = { field: string; operator: string; value?: unknown };
type Action = { field: string; value: unknown };
type Change = Record<string, unknown>;

/** What a condition is called, the condition, the update of ticket 101 that meets it or not, and whether it does. */
export type ConditionCase = [name: string, all: Rule[], ticket: Change, fires: boolean];

/** The action that adds a tag, and the conditions that ask for it. */
export const addTag = (value: string): Action[] => [{ field: 'current_tags', value }];
export const has = (value: string): Rule => ({ field: 'current_tags', operator: 'includes', value });
export const lacks = (value: string): Rule => ({ field: 'current_tags', operator: 'not_includes', value });

/** An account without triggers. */
export const NO_TRIGGERS = { seed: { ...SEED, triggers: [] } } satisfies SandboxOptions;

/** One where tickets have CCs too, on a Wednesday at noon. */
export const WITH_CCS = {
  seed: { ...SEED, account: { ...SEED.account, email_ccs: true }, triggers: [] },
  now: '2026-04-08T12:00:00Z',
} satisfies SandboxOptions;

/** What a test of triggers works with. */
export interface RuleAccount {
  readonly account: Account;
  /** Posts a trigger, right or wrong. */
  post(trigger: Record<string, unknown>): Promise<Answer>;
  /** Makes a trigger, and tells its id. */
  trigger(title: string, all: Rule[], actions: Action[], any?: Rule[]): Promise<number>;
  /** Makes one that shows by the tag `fired` that it ran, unless it does something else. */
  probe(all: Rule[], actions?: Action[]): Promise<number>;
  /** Changes ticket 101, as the service or as another. */
  update(ticket: Change, client?: Client): Promise<Answer>;
  /** The tags of ticket 101 once it is changed so. */
  tagsAfter(ticket: Change, client?: Client): Promise<unknown>;
  /** Whether the tag `fired` is among them. */
  fires(ticket: Change, client?: Client): Promise<boolean>;
}

/** An account for each test of the file, and what makes triggers in it and sets them off. */
export function accountWithRules(options: SandboxOptions): RuleAccount {
  const account = accountForEach(options);
  const post: RuleAccount['post'] = (trigger) => account.api.post('/triggers.json', { trigger });
  const trigger: RuleAccount['trigger'] = async (title, all, actions, any = []) => {
    const made = await post({ title, conditions: { all, any }, actions });
    expect([made.status, made.body]).toEqual([201, made.body]);
    return numberAt(made.body, 'trigger.id');
  };
  const update: RuleAccount['update'] = (ticket, client = account.api) =>
    client.put('/tickets/101.json', { ticket });
  const tagsAfter: RuleAccount['tagsAfter'] = async (ticket, client) =>
    at((await update(ticket, client)).body, 'ticket.tags');
  return {
    account,
    post,
    trigger,
    probe: (all, actions = addTag('fired')) => trigger('Probe', all, actions),
    update,
    tagsAfter,
    fires: async (ticket, client) =>
      listAt((await update(ticket, client)).body, 'ticket.tags').includes('fired'),
  };
}
