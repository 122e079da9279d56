import { COMPLAINT_TAG } from '../../../../domain/terms.ts';
import type { RuleConditions, Trigger } from '../../account/schemas.ts';
import { listed, ok, problem, warning } from '../findings.ts';
import { sparesComplaints, words } from '../rules.ts';
import { SCREENS } from '../screens.ts';
import type { Check } from '../types.ts';

type Condition = RuleConditions['all'][number];

const REQUESTER = new Set(['requester_id', 'requester_and_ccs']);

const mailsRequester = ({ actions }: Trigger): boolean =>
  actions.some(({ field, value }) => field === 'notification_user' && REQUESTER.has(words(value)[0] ?? ''));

/** What a condition makes of the service's update, which is a public comment by an agent on a ticket that is there. */
type Verdict = 'holds' | 'never' | 'sometimes';

function roleVerdict({ operator, value }: Condition, seat: number): Verdict {
  const [who = ''] = words(value);
  const isUs = who === 'agent' || who === String(seat);
  const isOther = who === 'end_user' || who === 'requester_id' || who === 'assignee_id';
  if (!isUs && !isOther && !/^\d+$/u.test(who)) return 'sometimes';
  return (operator === 'is') === isUs ? 'holds' : 'never';
}

function verdictOf(condition: Condition, seat: number): Verdict {
  const { field, operator, value } = condition;
  const [first = ''] = words(value);
  if (field === 'update_type') return (operator === 'is') === (first === 'Change') ? 'holds' : 'never';
  if (field === 'comment_is_public') return first === 'false' ? 'never' : 'holds';
  if (field === 'role') return roleVerdict(condition, seat);
  if (field === 'current_tags' && operator === 'includes')
    return words(value).includes(COMPLAINT_TAG) ? 'holds' : 'sometimes';
  return 'sometimes';
}

interface Judged {
  readonly trigger: Trigger;
  /** In the words of the API. */
  readonly narrowing: readonly string[];
}

const conditionText = ({ field, operator, value }: Condition): string =>
  [field, operator, ...words(value)].join(' ');

/** Undefined where it never mails what the service sends. */
function judge(trigger: Trigger, seat: number): Judged | undefined {
  const { all, any } = trigger.conditions;
  if (!mailsRequester(trigger) || sparesComplaints(trigger)) return undefined;
  const verdicts = all.map((condition) => ({ condition, verdict: verdictOf(condition, seat) }));
  if (verdicts.some(({ verdict }) => verdict === 'never')) return undefined;
  const anyHolds = any.length === 0 || any.some((condition) => verdictOf(condition, seat) === 'holds');
  if (!anyHolds && any.every((condition) => verdictOf(condition, seat) === 'never')) return undefined;
  const narrowing = verdicts
    .filter(({ verdict }) => verdict === 'sometimes')
    .map(({ condition }) => conditionText(condition));
  return { trigger, narrowing: [...narrowing, ...(anyHolds ? [] : any.map(conditionText))] };
}

const title = ({ trigger }: Judged): string => `"${trigger.title}"`;

const STANDARD = '"Notify requester and CCs of comment update"';

/** Zendesk mails nothing by itself: a trigger of the account does, and it may be off, changed or gone. */
export const notification: Check = {
  id: 'notification',
  title: 'Mail to the customer',
  run: async ({ living, service }) => {
    const [{ triggers }, seat] = [await living.objects(), (await service.port.me()).id];
    const judged = triggers.flatMap((trigger) => judge(trigger, seat) ?? []);
    const active = judged.filter(({ trigger }) => trigger.active);
    const sure = active.filter(({ narrowing }) => narrowing.length === 0);
    if (sure.length > 0)
      return [ok(`public comments are mailed to the requester by ${listed(sure.map(title))}`)];
    if (active.length > 0)
      return [
        warning(
          `public comments are mailed to the requester only under further conditions: ${active.map((one) => `${title(one)} (${one.narrowing.join('; ')})`).join(', ')}`,
          `${SCREENS.triggers}: see that these hold for every complaint. Where mail is missing, the service marks the case not_delivered.`,
        ),
      ];
    const off = judged.filter(({ trigger }) => !trigger.active);
    return [
      problem(
        `no active trigger mails public comments of the service to the requester: acknowledgements stand on the ticket, and nobody gets them${off.length > 0 ? `. Switched off: ${listed(off.map(title))}` : ''}`,
        `${SCREENS.triggers}: activate ${off.length > 0 ? listed(off.map(title)) : `${STANDARD}, or make it anew: Ticket is Updated, Comment is Public; Email user: requester and CCs`}.`,
      ),
    ];
  },
};
