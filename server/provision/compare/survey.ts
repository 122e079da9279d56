import { COMPLAINT_TAG, OPTION_PREFIX } from '../../../domain/terms.ts';
import type { Action, Automation, Trigger } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { condition } from '../definition/rules.ts';
import {
  SURVEY_TAG,
  SURVEY_TITLE,
  type SurveyWords,
  surveyActions,
  surveyConditions,
  wordsIn,
} from '../definition/survey.ts';
import type { PlannedObject, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn } from '../refs.ts';
import { conditionDifferences, conditionsBody } from './conditions.ts';
import { activeDifference, type Compared, compared, difference } from './entry.ts';
import { sparesComplaints } from './spares.ts';

type Rule = Pick<Automation | Trigger, 'id' | 'title' | 'active' | 'actions' | 'conditions'>;

const named = ({ value }: Action): string => JSON.stringify(value ?? '');

/** Whether a rule asks customers how they were served, by Zendesk's own means. */
const asksCustomers = ({ active, actions }: Rule): boolean =>
  active &&
  actions.some(
    (action) =>
      action.field === 'satisfaction_score' ||
      (action.field === 'notification_user' && named(action).includes('{{satisfaction.')),
  );

/** Our survey, by the tag that nobody else sets; of several, one of which was copied, the oldest. */
export function findSurvey({ automations }: Pick<AccountSnapshot, 'automations'>): Automation | undefined {
  return automations
    .filter(({ actions }) =>
      actions.some((action) => action.field === 'current_tags' && named(action).includes(SURVEY_TAG)),
    )
    .sort((a, b) => a.id - b.id)[0];
}

/** Surveys of the account's own that would reach customers whose complaint is still open. */
export function surveysOfOthers(account: Pick<AccountSnapshot, 'automations' | 'triggers'>): Rule[] {
  const ours = findSurvey(account)?.id;
  const rules: readonly Rule[] = [
    ...account.automations.filter(({ id }) => id !== ours),
    ...account.triggers,
  ];
  return rules.filter((rule) => asksCustomers(rule) && !sparesComplaints(rule.conditions));
}

/** Complaints are asked about once they are closed, and everything else as before. */
export const ONLY_CLOSED = `Ticket > Tags · Contains none of the following · ${COMPLAINT_TAG}, or for a survey of closed complaints Contains at least one of the following · ${OPTION_PREFIX.stage}closed`;

export const SPARE_SURVEY = `Under "Meet ALL" add: Ticket > Tags · Contains none of the following · ${COMPLAINT_TAG}. Closed complaints are surveyed by ours`;

const propose = ({ id, title }: Rule): PlannedObject => ({
  ...{ kind: 'automation', key: 'other_survey', title, id, status: 'foreign', differences: [] },
  notes: [
    'asks customers how they were served, also those whose complaint is still open. It is yours and never changed by us',
    `to leave complaints out: ${SPARE_SURVEY}`,
    `the same for the API: ${JSON.stringify(condition('current_tags', 'not_includes', COMPLAINT_TAG))}`,
  ],
});

const actionsText = (actions: readonly Action[]): string =>
  actions.map(({ field, value }) => `${field} ${JSON.stringify(value)}`).join(' · ');

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
  readonly ids: Ids;
}

function wordsFrom({ account, settings }: Given, ids: Ids): SurveyWords {
  if (account.lacks.texts) return wordsIn(settings.language);
  return {
    subject: String(idOrStandIn(ids, 'text:survey_subject')),
    text: String(idOrStandIn(ids, 'text:survey_text')),
  };
}

function compareOurs(given: Given): Compared {
  const { account, settings, ids } = given;
  const found = findSurvey(account);
  const title = found?.title ?? SURVEY_TITLE[settings.language];
  const writes = (known: Ids): Write[] => {
    const automation = {
      ...{ title, active: true },
      conditions: conditionsBody(surveyConditions),
      actions: surveyActions(wordsFrom(given, known)),
    };
    const write = { body: { automation }, envelope: 'automation' };
    return [
      found
        ? { method: 'put', path: `automations/${found.id}`, ...write }
        : { method: 'post', path: 'automations', ...write },
    ];
  };
  return compared({
    ref: 'automation:survey',
    title,
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...conditionDifferences(found.conditions, surveyConditions),
          ...difference(
            'actions',
            actionsText(found.actions),
            actionsText(surveyActions(wordsFrom(given, ids))),
          ),
        ]
      : [],
    writes,
  });
}

/**
 * The survey after a complaint is closed, where the account has Zendesk's ratings; the account's own surveys that reach
 * customers with an open complaint are proposed to be changed, and left alone.
 */
export function compareSurvey(given: Given): Compared[] {
  if (given.account.lacks.ratings) return [];
  return [
    compareOurs(given),
    ...surveysOfOthers(given.account).map((rule) => ({ objects: [propose(rule)] })),
  ];
}
