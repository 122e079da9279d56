import { LANGUAGES, type Localized } from '../definition/language.ts';
import type {
  Difference,
  ObjectStatus,
  PlannedObject,
  PlanStep,
  ProvisionSettings,
  Write,
} from '../plan-types.ts';
import { type Ids, kindOf, type ObjectRef } from '../refs.ts';

/** What comparing one of our objects gives: how it stands, and the step that makes it right, where one is needed. */
export interface Compared {
  readonly objects: readonly PlannedObject[];
  readonly step?: PlanStep;
}

interface Found {
  readonly id: number | string;
  readonly title: string;
}

interface Comparison {
  readonly ref: ObjectRef;
  readonly title: string;
  readonly found: Found | undefined;
  readonly differences: readonly Difference[];
  readonly notes?: readonly string[];
  /** Why the API can't make it right. */
  readonly blockedBy?: readonly string[];
  readonly foreign?: readonly PlannedObject[];
  readonly writes: (ids: Ids) => Iterable<Write>;
}

export const keyOf = (ref: ObjectRef): string => ref.slice(ref.indexOf(':') + 1);

function statusOf({ found, differences, blockedBy = [] }: Comparison): ObjectStatus {
  if (blockedBy.length > 0) return 'blocked';
  if (!found) return 'create';
  return differences.length > 0 ? 'change' : 'unchanged';
}

export function compared(comparison: Comparison): Compared {
  const { ref, found, notes = [], blockedBy = [], foreign = [] } = comparison;
  const status = statusOf(comparison);
  const object: PlannedObject = {
    kind: kindOf(ref),
    key: keyOf(ref),
    title: found?.title ?? comparison.title,
    status,
    ...(found ? { id: found.id } : {}),
    differences: comparison.differences,
    notes: [...blockedBy, ...notes],
  };
  const objects = [object, ...foreign];
  if (status !== 'create' && status !== 'change') return { objects };
  return { objects, step: { ref, object, writes: comparison.writes } };
}

/** White space apart: French titles have a narrow space where people type a wide one. */
const plain = (title: string): string => title.replace(/\s+/gu, ' ').trim().toLowerCase();
export const sameTitle = (a: string, b: string): boolean => plain(a) === plain(b);

/** Objects that have our title, in any of our languages, without being ours. */
export function foreignNamesakes(
  ref: ObjectRef,
  titles: Localized,
  others: readonly Found[],
): readonly PlannedObject[] {
  return others
    .filter(({ title }) => LANGUAGES.some((language) => sameTitle(title, titles[language])))
    .map(({ id, title }) => ({
      kind: kindOf(ref),
      key: keyOf(ref),
      title,
      status: 'foreign' as const,
      id,
      differences: [],
      notes: ['has our title but not our mark: left alone'],
    }));
}

/** Whether a person asked for our words back on this object. */
export const isForced = ({ force = [] }: Pick<ProvisionSettings, 'force'>, ref: ObjectRef): boolean =>
  force.includes(ref);

/** The difference between a value and what it should be, or none. */
export function difference(what: string, from: string | null, to: string): Difference[] {
  return from === to ? [] : [{ what, from, to }];
}

export const activeDifference = (active: boolean): Difference[] =>
  difference('active', String(active), 'true');
