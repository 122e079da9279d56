import { STAGES } from '../../../domain/stage.ts';
import { OPTION_PREFIX } from '../../../domain/terms.ts';
import { type Condition, condition } from './rules.ts';

const OVER: readonly string[] = ['closed', 'ended'];

/** The tags of the stages in which a complaint is open: options of the field for the stage, kept by the service. */
export const OPEN_TAGS: readonly string[] = STAGES.filter((stage) => !OVER.includes(stage)).map(
  (stage) => OPTION_PREFIX.stage + stage,
);

/** What keeps an open complaint out of a rule that closes tickets. Zendesk itself closes them after 28 days. */
export const KEEP_OPEN: Condition = condition('current_tags', 'not_includes', OPEN_TAGS.join(' '));
