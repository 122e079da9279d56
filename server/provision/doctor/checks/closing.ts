import { OPEN_TAGS } from '../../definition/closing.ts';
import { ok, warning } from '../findings.ts';
import { isOurs, type Rule, sparesComplaints, words } from '../rules.ts';
import { SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

/** Zendesk closes what has been solved for so long, whatever the rules say. */
const LATEST_DAYS = 28;

const closes = ({ active, actions }: Rule): boolean =>
  active && actions.some(({ field, value }) => field === 'status' && words(value).includes('closed'));

/** After how many hours, where the rule says so. */
function hoursOf({ conditions: { all } }: Rule): number | undefined {
  const { value } = all.find(({ field }) => field.toUpperCase() === 'SOLVED') ?? {};
  const hours = Number(value);
  return value === undefined || Number.isNaN(hours) ? undefined : hours;
}

function finding(rule: Rule): Finding {
  const hours = hoursOf(rule);
  const when = hours === undefined ? '' : ` ${Math.round(hours / 24)} days after they are solved`;
  return warning(
    `the rule "${rule.title}" (${rule.id}) closes tickets${when}, complaints too: a closed ticket takes no answer any more, and the case goes on on a follow-up ticket`,
    `${SCREENS.automations}: open it and add under "Meet ALL of the following conditions": Tags | Contains none of the following | ${OPEN_TAGS.join(' ')}. Zendesk then closes open complaints after ${LATEST_DAYS} days at the latest. It is yours, and never changed by us.`,
  );
}

/** The standard closing automation leaves complaints open for as long as Zendesk lets it. */
export const closing: Check = {
  id: 'closing',
  title: 'Closing of solved tickets',
  run: async ({ living }) => {
    const { triggers, automations } = await living.objects();
    const closing = [...automations, ...triggers].filter((rule) => closes(rule) && !isOurs(rule));
    const early = closing.filter(
      (rule) => !sparesComplaints(rule) && (hoursOf(rule) ?? 0) < LATEST_DAYS * 24,
    );
    if (early.length > 0) return early.map(finding);
    return [ok(`complaints that are solved are closed by Zendesk itself, ${LATEST_DAYS} days later`)];
  },
};
