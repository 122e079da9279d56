import { COMPLAINT_TAG, FIELD_KEYS, PEOPLES_FIELDS } from '../../../../domain/terms.ts';
import { findMarked } from '../../account/find.ts';
import type { AccountSnapshot } from '../../account/snapshot.ts';
import { listed, ok, orOk, problem, warning } from '../findings.ts';
import { isOurs, type Rule, sparesComplaints, tagKind, tagsOf, words } from '../rules.ts';
import { SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

interface Foreign {
  readonly rule: Rule;
  /** `trigger "Close spam"` */
  readonly name: string;
  readonly screen: string;
}

interface Ours {
  /** The ids of fields that the service alone writes. */
  readonly keptFields: ReadonlySet<string>;
  readonly webhookId: string | undefined;
}

const SPARE = `Under "Meet ALL of the following conditions" add: Tags | Contains none of the following | ${COMPLAINT_TAG}.`;

function tagFindings({ rule, name, screen }: Foreign): Finding[] {
  const found: Finding[] = [];
  const added = tagsOf(rule, 'current_tags');
  const removed = tagsOf(rule, 'remove_tags').filter((tag) => tagKind(tag) !== undefined);
  const events = added.filter((tag) => tagKind(tag) === 'event');
  const kept = added.filter((tag) => tagKind(tag) === 'kept');
  const action = `${screen}: open it, and take the action with these tags out.`;
  if (events.length > 0)
    found.push(
      problem(`${name} adds ${listed(events)}, so that a reply counts as something that it is not`, action),
    );
  if (kept.length > 0)
    found.push(
      problem(`${name} adds ${listed(kept)}, which the service keeps: they argue in a loop`, action),
    );
  if (removed.length > 0)
    found.push(
      problem(
        `${name} removes ${listed(removed)}: the complaint is lost from sight, or the service puts it back in a loop`,
        action,
      ),
    );
  if (added.includes(COMPLAINT_TAG))
    found.push(ok(`${name} adds ${COMPLAINT_TAG}: what it fires on is recorded as a complaint`));
  return found;
}

/** "Set tags" puts its own in the place of all others. */
function replacesTags({ rule, name, screen }: Foreign): Finding[] {
  const sets = rule.actions.some(({ field }) => field === 'set_tags');
  if (!sets || sparesComplaints(rule)) return [];
  return [
    problem(
      `${name} sets tags, which takes all others away, those of complaints too`,
      `${screen}: open it, and use "Add tags" in the place of "Set tags". Or: ${SPARE}`,
    ),
  ];
}

function fieldFindings({ rule, name, screen }: Foreign, { keptFields }: Ours): Finding[] {
  const set = rule.actions.filter(({ field }) => keptFields.has(field.replace(/^custom_fields_/u, '')));
  if (set.length === 0) return [];
  return [
    problem(
      `${name} writes ${listed(set.map(({ field }) => field))}, which the service keeps: they argue in a loop`,
      `${screen}: open it, and take these actions out.`,
    ),
  ];
}

/** Closing is looked at by a check of its own. */
function solves({ rule, name, screen }: Foreign): Finding[] {
  const solving = rule.actions.some(
    ({ field, value }) => field === 'status' && words(value).includes('solved'),
  );
  if (!solving || sparesComplaints(rule)) return [];
  return [
    warning(
      `${name} solves tickets, and does not leave out complaints: one may be solved while an answer is owed`,
      `${screen}: open it. ${SPARE}`,
    ),
  ];
}

function callsOurWebhook({ rule, name, screen }: Foreign, { webhookId }: Ours): Finding[] {
  const calls = rule.actions.some(
    ({ field, value }) =>
      field === 'notification_webhook' && webhookId !== undefined && words(value)[0] === webhookId,
  );
  if (!calls) return [];
  return [
    warning(
      `${name} calls our webhook: the service is told of more than it needs, and refuses what it can't read`,
      `${screen}: open it, and take the action "Notify active webhook" out.`,
    ),
  ];
}

function foreignRules({ triggers, automations }: AccountSnapshot): Foreign[] {
  const of = (kind: string, screen: string, rules: readonly Rule[]): Foreign[] =>
    rules
      .filter((rule) => rule.active && !isOurs(rule))
      .map((rule) => ({ rule, screen, name: `${kind} "${rule.title}" (${rule.id})` }));
  return [
    ...of('trigger', SCREENS.triggers, triggers),
    ...of('automation', SCREENS.automations, automations),
  ];
}

function oursIn({ fields, webhooks }: AccountSnapshot): Ours {
  const kept = FIELD_KEYS.filter((key) => !PEOPLES_FIELDS.some((one) => one === key) && key !== 'channel');
  const ids = kept.flatMap((key) => findMarked(fields, `field:${key}`)?.id ?? []);
  return { keptFields: new Set(ids.map(String)), webhookId: findMarked(webhooks, 'webhook')?.id };
}

/** No trigger or automation of others takes our tags away, writes what the service writes, or solves complaints. */
export const foreignRulesCheck: Check = {
  id: 'foreign-rules',
  title: "Others' triggers and automations",
  run: async ({ living }) => {
    const account = await living.objects();
    const ours = oursIn(account);
    const rules = foreignRules(account);
    const found = rules.flatMap((rule) => [
      ...tagFindings(rule),
      ...replacesTags(rule),
      ...fieldFindings(rule, ours),
      ...solves(rule),
      ...callsOurWebhook(rule, ours),
    ]);
    return orOk(found, `none of ${rules.length} active ones gets in the way of complaints`);
  },
};
