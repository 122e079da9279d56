import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import type { RuleConditions } from '../account/schemas.ts';
import { OPEN_TAGS } from '../definition/closing.ts';

/** Whether a rule leaves complaints out: by the tag that all have, or by those of all stages in which one is open. */
export function sparesComplaints({ all }: Pick<RuleConditions, 'all'>): boolean {
  const excluded = all
    .filter(({ field, operator }) => field === 'current_tags' && operator === 'not_includes')
    .flatMap(({ value }) =>
      Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[\s,]+/u),
    );
  return excluded.includes(COMPLAINT_TAG) || OPEN_TAGS.every((tag) => excluded.includes(tag));
}
