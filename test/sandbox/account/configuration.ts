import type { Account } from './account.ts';

/** All that administrators have set up in an account: fields, forms, texts, rules and webhooks. */
export type Configuration = ReturnType<typeof copyConfiguration>;

/** A copy of its own, for another account with the same seed. */
export function copyConfiguration(account: Account) {
  const { fields, forms, dynamicContent, macros, triggers, automations, views, webhooks } = account;
  return {
    ...structuredClone({ fields, forms, dynamicContent, macros, triggers, automations, views, webhooks }),
    /** No id up to this one is free. */
    lastId: account.ids.next(),
  };
}

/** Others hold on to the maps themselves. */
function refill<Key, Value>(map: Map<Key, Value>, from: ReadonlyMap<Key, Value>): void {
  map.clear();
  for (const [key, value] of structuredClone(from)) map.set(key, value);
}

/** Sets an account up as another one was. */
export function setUp(account: Account, configuration: Configuration): void {
  refill(account.fields, configuration.fields);
  refill(account.forms, configuration.forms);
  refill(account.dynamicContent, configuration.dynamicContent);
  refill(account.macros, configuration.macros);
  refill(account.triggers, configuration.triggers);
  refill(account.automations, configuration.automations);
  refill(account.views, configuration.views);
  refill(account.webhooks, configuration.webhooks);
  account.ids.reserve('other', configuration.lastId);
}
