import type { Removal, RemovalAction, RemovalPlan, Removed } from './removal-types.ts';
import { STAYS } from './texts.ts';

/** What `remove --json` prints. */
export type RemovalSummary = Readonly<Record<RemovalAction, number>> & {
  readonly objects: readonly Omit<Removal, 'call'>[];
};

export function summariseRemoval({ removals }: RemovalPlan, done: readonly Removed[] = []): RemovalSummary {
  const count = (action: RemovalAction): number =>
    removals.filter((removal) => removal.action === action).length;
  const refusals = new Map(done.map(({ removal, refused }) => [removal, refused]));
  return {
    delete: count('delete'),
    deactivate: count('deactivate'),
    unmark: count('unmark'),
    keep: count('keep'),
    objects: removals.map((removal) => {
      const { call: _call, ...object } = removal;
      const refused = refusals.get(removal);
      return refused === undefined ? object : { ...object, notes: [...object.notes, `refused: ${refused}`] };
    }),
  };
}

const SIGNS: Readonly<Record<RemovalAction, string>> = {
  delete: '-',
  deactivate: 'o',
  unmark: '~',
  keep: '=',
};

const lines = ({ action, kind, title, id, notes }: Removal): string[] => [
  `  ${SIGNS[action]} ${action} ${kind} "${title}" (${id})`,
  ...notes.map((note) => `      ${note}`),
];

/** There are many of them, and all for one reason. */
const isFolded = ({ kind, notes }: Removal): boolean => kind === 'text' && notes[0] === STAYS;

/** The listing for a person: what goes, what is switched off, what stays and why. */
export function removalText(plan: RemovalPlan): string {
  const { objects: _objects, ...counts } = summariseRemoval(plan);
  const folded = plan.removals.filter(isFolded).length;
  const calls = plan.removals.filter(({ call }) => call).length;
  return [
    ...plan.removals.filter((removal) => !isFolded(removal)).flatMap(lines),
    ...(folded > 0 ? [`  = keep ${folded} texts: each ${STAYS}`] : []),
    Object.entries(counts)
      .map(([action, count]) => `${count} ${action}`)
      .join(', '),
    `${calls} API calls.`,
    ...plan.left,
  ].join('\n');
}
