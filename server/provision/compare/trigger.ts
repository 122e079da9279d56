import { findMarked } from '../account/find.ts';
import type { Action } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import {
  TRIGGER_BODY,
  TRIGGER_DESCRIPTION,
  TRIGGER_TITLE,
  triggerConditions,
} from '../definition/trigger.ts';
import type { ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, mark, type ObjectRef } from '../refs.ts';
import { conditionDifferences, conditionsBody } from './conditions.ts';
import { activeDifference, type Compared, compared, difference, foreignNamesakes } from './entry.ts';

const REF: ObjectRef = 'trigger:look';

const wantedActions = (ids: Ids): Action[] => [
  { field: 'notification_webhook', value: [String(idOrStandIn(ids, 'webhook')), TRIGGER_BODY] },
];

const wantedConditions = (ids: Ids, serviceUserId: number) =>
  triggerConditions((key) => idOrStandIn(ids, `field:${key}`), serviceUserId);

const actionsText = (actions: readonly Action[]): string =>
  actions.map(({ field, value }) => `${field} ${JSON.stringify(value)}`).join(' · ');

/** Machinery: conditions and actions are exactly ours, only the title is the administrators'. */
export function compareTrigger(account: AccountSnapshot, settings: ProvisionSettings, ids: Ids): Compared {
  const found = findMarked(account.triggers, REF);
  const title = found?.title ?? TRIGGER_TITLE[settings.language];
  const description = found?.description ?? `${TRIGGER_DESCRIPTION} ${mark(REF)}`;
  const writes = (known: Ids): Write[] => {
    const trigger = {
      title,
      description,
      active: true,
      conditions: conditionsBody(wantedConditions(known, settings.serviceUserId)),
      actions: wantedActions(known),
    };
    return [
      found
        ? { method: 'put', path: `triggers/${found.id}`, body: { trigger }, envelope: 'trigger' }
        : { method: 'post', path: 'triggers', body: { trigger }, envelope: 'trigger' },
    ];
  };
  return compared({
    ref: REF,
    title,
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...conditionDifferences(found.conditions, wantedConditions(ids, settings.serviceUserId)),
          ...difference('actions', actionsText(found.actions), actionsText(wantedActions(ids))),
        ]
      : [],
    foreign: foreignNamesakes(
      REF,
      TRIGGER_TITLE,
      account.triggers.filter((trigger) => trigger !== found),
    ),
    writes,
  });
}
