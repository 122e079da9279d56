import { planFor } from '../../plan.ts';
import type { PlannedObject } from '../../plan-types.ts';
import { ok, problem, warning } from '../findings.ts';
import { APPLY } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

const nameOf = ({ kind, title }: PlannedObject): string => `${kind} "${title}"`;

/** Longer than this a value is no help on a line; the plan shows it. */
const LONGEST = 60;

const differs = ({ differences }: PlannedObject): string =>
  differences
    .map(({ what, from, to }) => {
      if (from === null) return `${what}: ${to.slice(0, LONGEST)} is missing`;
      return from.length > LONGEST || to.length > LONGEST ? what : `${what}: ${from}, should be ${to}`;
    })
    .join('; ');

const MACHINERY: readonly string[] = ['field', 'form', 'trigger', 'webhook'];

/** The service finds it by its id, and the sidebar by the mark alone. */
const hasLostItsMark = ({ kind, key, differences }: PlannedObject): boolean =>
  kind === 'macro' &&
  differences.some(
    ({ what, from }) => what === 'description' && !(from ?? '').includes(`[complaint-clock:macro:${key}]`),
  );

/** Machinery has to be as it is defined; words and views work all the same, and follow when they are applied. */
const isGrave = (object: PlannedObject): boolean =>
  MACHINERY.includes(object.kind) ||
  hasLostItsMark(object) ||
  object.differences.some(({ what }) => what === 'active' || what.startsWith('action '));

/** Automations of others and the app have checks of their own. */
const isLookedAtElsewhere = ({ kind, status }: PlannedObject): boolean =>
  kind === 'app' || (kind === 'automation' && status === 'foreign');

function finding(object: PlannedObject): Finding[] {
  const { status, notes } = object;
  if (status === 'create') return [problem(`${nameOf(object)} is missing`, APPLY)];
  if (status === 'change') {
    const tell = isGrave(object) ? problem : warning;
    return [
      tell(
        `${nameOf(object)} differs: ${differs(object)}`,
        `${APPLY} Before, npm run provision -- plan shows all.`,
      ),
    ];
  }
  if (status === 'blocked')
    return [problem(`${nameOf(object)} can't be put right by the API`, notes.join(' '))];
  if (status === 'foreign')
    return [
      warning(
        `${nameOf(object)} (${object.id ?? 'no id'}) is not ours, and looks like it: ${notes.join(' ')}`,
        'Rename it, so that nobody mistakes it for ours, or delete it.',
      ),
    ];
  return [];
}

/** The account against the definition: what `plan` would say. */
export const objects: Check = {
  id: 'objects',
  title: 'Fields, forms, macros, trigger, webhook, views',
  run: async ({ living, settings }) => {
    const plan = planFor(await living.objects(), await settings());
    const found = plan.objects.filter((object) => !isLookedAtElsewhere(object)).flatMap(finding);
    const right = plan.objects.filter(({ status }) => status === 'unchanged').length;
    return [...(right > 0 ? [ok(`${right} objects are as they should be`)] : []), ...found];
  },
};
