import { KINDS } from './definition/keys.ts';
import { isTitleText } from './definition/title-texts.ts';
import type { Difference, ObjectStatus, Plan, PlannedObject } from './plan-types.ts';

/** What `--json` prints. `blocked` is there only where something is. */
export type PlanSummary = Readonly<Record<Exclude<ObjectStatus, 'blocked'>, number>> & {
  readonly objects: readonly PlannedObject[];
  readonly blocked?: number;
};

export function summarise(plan: Plan): PlanSummary {
  const count = (status: ObjectStatus): number =>
    plan.objects.filter((object) => object.status === status).length;
  return {
    create: count('create'),
    change: count('change'),
    unchanged: count('unchanged'),
    foreign: count('foreign'),
    objects: plan.objects,
    ...(count('blocked') > 0 ? { blocked: count('blocked') } : {}),
  };
}

const SIGNS: Readonly<Record<ObjectStatus, string>> = {
  create: '+',
  change: '~',
  unchanged: '=',
  foreign: '?',
  blocked: '!',
};

const differenceLine = ({ what, from, to }: Difference): string =>
  from === null ? `      ${what}: add ${to}` : `      ${what}: ${from} → ${to}`;

function objectLines({ kind, title, id, status, differences, notes }: PlannedObject): string[] {
  const known = id === undefined ? '' : ` (${id})`;
  return [
    `  ${SIGNS[status]} ${kind} "${title}"${known}`,
    ...differences.map(differenceLine),
    ...notes.map((note) => `      ${note}`),
  ];
}

/** Titles and options in dynamic content are many, and say nothing that the objects themselves don't. */
function foldTitles(objects: readonly PlannedObject[]): { shown: PlannedObject[]; folded: string[] } {
  const isFolded = ({ kind, key, status }: PlannedObject): boolean =>
    kind === 'text' && status === 'create' && isTitleText(key);
  const count = objects.filter(isFolded).length;
  return {
    shown: objects.filter((object) => !isFolded(object)),
    folded: count === 0 ? [] : [`  + ${count} texts with titles and names of options in each language`],
  };
}

/** What is right needs no line of its own: how many of each kind. */
function unchangedLines(objects: readonly PlannedObject[]): string[] {
  const counts = KINDS.map((kind) => ({ kind, count: objects.filter((one) => one.kind === kind).length }));
  const said = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${kind}`);
  return said.length > 0 ? [`  = as they should be: ${said.join(', ')}`] : [];
}

/** The plan for a person to read: what will be made and changed, and what was found and left alone. */
export function planText(plan: Plan): string {
  const { objects, ...counts } = summarise(plan);
  const worthSaying = objects.filter(({ status, notes }) => status !== 'unchanged' || notes.length > 0);
  const totals = Object.entries(counts).filter(
    ([status, count]) => count > 0 || status === 'create' || status === 'change',
  );
  const { shown, folded } = foldTitles(worthSaying);
  return [
    ...folded,
    ...shown.flatMap(objectLines),
    ...unchangedLines(objects.filter((object) => !worthSaying.includes(object))),
    totals.map(([status, count]) => `${count} ${status}`).join(', '),
    plan.calls === 0 ? 'Nothing to apply.' : `Applying it takes ${plan.calls} API calls.`,
    ...plan.advice,
  ].join('\n');
}
