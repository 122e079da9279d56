import type { ZendeskRest } from '../zendesk/port.ts';
import { knownIds } from './account/ids.ts';
import { type AccountSnapshot, readAccount } from './account/snapshot.ts';
import type { Compared } from './compare/entry.ts';
import { compareFields } from './compare/fields.ts';
import { compareForms } from './compare/forms.ts';
import { compareMacros } from './compare/macros.ts';
import { compareTexts } from './compare/texts.ts';
import { compareTrigger } from './compare/trigger.ts';
import { compareViews } from './compare/views.ts';
import { compareWebhook } from './compare/webhook.ts';
import type { Plan, ProvisionSettings } from './plan-types.ts';

/** Compares the account as read with the definition, in the order in which one object needs another. */
export function planFor(account: AccountSnapshot, settings: ProvisionSettings): Plan {
  const ids = knownIds(account);
  const texts = compareTexts(account, settings);
  const all: Compared[] = [
    ...compareFields(account, settings),
    ...compareForms(account),
    ...texts,
    ...compareMacros(account, settings, { ids, texts }),
    compareWebhook(account, settings),
    compareTrigger(account, settings, ids),
    ...compareViews(account, settings),
  ];
  return {
    objects: all.flatMap(({ objects }) => objects),
    steps: all.flatMap(({ step }) => (step ? [step] : [])),
    ids,
  };
}

/** Reads the account and compares; writes nothing. Rejects with a ZendeskError. */
export async function planAccount(rest: ZendeskRest, settings: ProvisionSettings): Promise<Plan> {
  return planFor(await readAccount(rest), settings);
}
