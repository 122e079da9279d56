import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import { findMarked } from '../account/find.ts';
import { marked } from '../account/remembered.ts';
import type { Action } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { Localized } from '../definition/language.ts';
import type { Conditions } from '../definition/rules.ts';
import {
  FORM_TRIGGER_DESCRIPTION,
  FORM_TRIGGER_TITLE,
  formTriggerConditions,
  TRIGGER_BODY,
  TRIGGER_DESCRIPTION,
  TRIGGER_TITLE,
  triggerConditions,
} from '../definition/trigger.ts';
import type { ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, type ObjectRef } from '../refs.ts';
import { conditionDifferences, conditionsBody } from './conditions.ts';
import { activeDifference, type Compared, compared, difference, foreignNamesakes } from './entry.ts';
import { titleBody } from './title.ts';

/** A trigger of ours: machinery, so conditions and actions are exactly these. */
interface TriggerDefinition {
  readonly ref: ObjectRef;
  readonly title: Localized;
  readonly description: string;
  readonly conditions: (ids: Ids) => Conditions;
  readonly actions: (ids: Ids) => Action[];
}

const lookTrigger = (serviceUserId: number): TriggerDefinition => ({
  ref: 'trigger:look',
  title: TRIGGER_TITLE,
  description: TRIGGER_DESCRIPTION,
  conditions: (ids) => triggerConditions((key) => idOrStandIn(ids, `field:${key}`), serviceUserId),
  actions: (ids) => [
    { field: 'notification_webhook', value: [String(idOrStandIn(ids, 'webhook')), TRIGGER_BODY] },
  ],
});

const FORM_TRIGGER: TriggerDefinition = {
  ref: 'trigger:form',
  title: FORM_TRIGGER_TITLE,
  description: FORM_TRIGGER_DESCRIPTION,
  conditions: (ids) => formTriggerConditions(idOrStandIn(ids, 'form:customer')),
  actions: () => [{ field: 'current_tags', value: COMPLAINT_TAG }],
};

const actionsText = (actions: readonly Action[]): string =>
  actions.map(({ field, value }) => `${field} ${JSON.stringify(value)}`).join(' · ');

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
  readonly ids: Ids;
}

function compareTrigger(definition: TriggerDefinition, { account, settings, ids }: Given): Compared {
  const { ref } = definition;
  const found = findMarked(account.triggers, ref);
  const title = found ? (found.raw_title ?? found.title) : definition.title[settings.language];
  const description = marked(found?.description ?? definition.description, ref);
  const writes = (known: Ids): Write[] => {
    const trigger = {
      ...{ ...titleBody(title), description, active: true },
      conditions: conditionsBody(definition.conditions(known)),
      actions: definition.actions(known),
    };
    return [
      found
        ? { method: 'put', path: `triggers/${found.id}`, body: { trigger }, envelope: 'trigger' }
        : { method: 'post', path: 'triggers', body: { trigger }, envelope: 'trigger' },
    ];
  };
  return compared({
    ref,
    title: definition.title[settings.language],
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...difference('description', found.description, description),
          ...conditionDifferences(found.conditions, definition.conditions(ids)),
          ...difference('actions', actionsText(found.actions), actionsText(definition.actions(ids))),
        ]
      : [],
    foreign: foreignNamesakes(
      ref,
      definition.title,
      account.triggers.filter((trigger) => trigger !== found),
    ),
    writes,
  });
}

/** Only the titles are the administrators'. What makes complaints comes first; without our form there is none. */
export function compareTriggers(given: Given): Compared[] {
  const look = lookTrigger(given.settings.serviceUserId);
  const definitions = given.account.lacks.forms ? [look] : [FORM_TRIGGER, look];
  return definitions.map((definition) => compareTrigger(definition, given));
}
