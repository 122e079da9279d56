import { COMPLAINT_TAG, OPTION_PREFIX } from '../../../domain/terms.ts';
import type { Action } from '../account/schemas.ts';
import type { FormTextKey } from './keys.ts';
import type { Language, Localized } from './language.ts';
import { type Conditions, condition } from './rules.ts';
import { textName } from './texts/name.ts';
import { titled } from './titles/index.ts';

/** Set by the survey alone: an automation has no description, so this is the mark by which ours is found. */
export const SURVEY_TAG = 'complaint_surveyed';

export const SURVEY_TITLE: Localized = titled(({ survey }) => survey.title);

const SUBJECT: Localized = titled(({ survey }) => survey.subject);
const TEXT: Localized = titled(({ survey }) => survey.text);

/** The survey's words as dynamic content, for the requester's language. */
export const SURVEY_TEXTS: readonly {
  readonly key: FormTextKey;
  readonly name: string;
  readonly content: Localized;
}[] = [
  { key: 'survey_subject', name: textName('survey_subject'), content: SUBJECT },
  { key: 'survey_text', name: textName('survey_text'), content: TEXT },
];

/** A day after the solving, as Zendesk's own survey. */
const HOURS = '24';

/**
 * Only complaints that are closed: the stage is kept by the service, and a ticket may be solved long before. What was
 * asked once is not asked again, after an appeal neither.
 */
export const surveyConditions: Conditions = {
  all: [
    condition('status', 'is', 'solved'),
    condition('SOLVED', 'greater_than', HOURS),
    condition('current_tags', 'includes', COMPLAINT_TAG),
    condition('current_tags', 'includes', `${OPTION_PREFIX.stage}closed`),
    condition('current_tags', 'not_includes', SURVEY_TAG),
    condition('satisfaction_score', 'is', 'unoffered'),
    condition('ticket_is_public', 'is', 'public'),
  ],
  any: [],
};

/** The mail's words: dynamic content by its placeholder, or those of one language where the plan has none. */
export interface SurveyWords {
  readonly subject: string;
  readonly text: string;
}

export const wordsIn = (language: Language): SurveyWords => ({
  subject: SUBJECT[language],
  text: TEXT[language],
});

/** The links to rate by are Zendesk's own, in the requester's language. */
export const surveyActions = ({ subject, text }: SurveyWords): Action[] => [
  { field: 'satisfaction_score', value: 'offered' },
  { field: 'current_tags', value: SURVEY_TAG },
  {
    field: 'notification_user',
    value: ['requester_id', `${subject} (#{{ticket.id}})`, `${text}\n\n{{satisfaction.rating_section}}`],
  },
];
