import type { ZendeskRest } from '../zendesk/port.ts';
import { knownIds } from './account/ids.ts';
import { type AccountSnapshot, readAccount } from './account/snapshot.ts';
import { adviceFor } from './advice.ts';
import { compareApp } from './compare/app.ts';
import { compareClosing } from './compare/closing.ts';
import type { Compared } from './compare/entry.ts';
import { compareFields } from './compare/fields.ts';
import { compareForms } from './compare/forms.ts';
import { compareGroups } from './compare/groups.ts';
import { compareMacros } from './compare/macros.ts';
import { compareOurForms } from './compare/our-forms.ts';
import { compareRemembered } from './compare/remembered.ts';
import { compareRetired } from './compare/retired.ts';
import { compareFormTexts, compareTitleTexts } from './compare/short-texts.ts';
import { compareSurvey } from './compare/survey.ts';
import { compareSurveyTexts, compareTexts } from './compare/texts.ts';
import { compareTriggers } from './compare/trigger.ts';
import { compareViews } from './compare/views.ts';
import { compareWebhook } from './compare/webhook.ts';
import type { Plan, ProvisionSettings } from './plan-types.ts';

/** Compares the account as read with the definition, in the order in which one object needs another. */
export function planFor(account: AccountSnapshot, settings: ProvisionSettings): Plan {
  const ids = knownIds(account);
  const texts = compareTexts(account, settings);
  const given = { account, settings, ids };
  const all: Compared[] = [
    ...compareGroups(account, settings),
    ...compareFormTexts(account, settings),
    ...compareTitleTexts(account, settings),
    ...compareSurveyTexts(account, settings),
    ...compareFields(account, settings),
    ...compareForms(account, settings),
    ...compareOurForms(given),
    ...texts,
    ...compareMacros(account, settings, { ids, texts }),
    ...compareRetired(account),
    compareWebhook(account, settings),
    ...compareTriggers(given),
    ...compareViews(account, settings),
    ...compareClosing(account),
    ...compareSurvey(given),
    ...compareApp(account, settings),
    compareRemembered(account, ids),
  ];
  const steps = all.flatMap(({ step }) => (step ? [step] : []));
  return {
    objects: all.flatMap(({ objects }) => objects),
    steps,
    ids,
    calls: steps.reduce((sum, { writes }) => sum + [...writes(ids)].length, 0),
    advice: adviceFor(account, settings),
  };
}

/** Reads the account and compares; writes nothing. Rejects with a ZendeskError. */
export async function planAccount(rest: ZendeskRest, settings: ProvisionSettings): Promise<Plan> {
  return planFor(await readAccount(rest), settings);
}
