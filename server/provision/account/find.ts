import { mark, type ObjectRef } from '../refs.ts';
import type { DynamicContent } from './schemas.ts';

interface Described {
  readonly id: number | string;
  readonly description: string;
  readonly agent_description?: string;
}

const carries = (object: Described, sign: string): boolean =>
  object.description.includes(sign) || (object.agent_description?.includes(sign) ?? false);

/** All objects that carry our mark, ours first: a clone made in the admin center carries it too, and is younger. */
export function findAllMarked<T extends Described>(objects: readonly T[], ref: ObjectRef): T[] {
  const sign = mark(ref);
  // An object created later has a higher id; webhook ids are ULIDs, which sort by time.
  return objects
    .filter((object) => carries(object, sign))
    .sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));
}

/** The object that carries our mark; of several the oldest. */
export function findMarked<T extends Described>(objects: readonly T[], ref: ObjectRef): T | undefined {
  return findAllMarked(objects, ref)[0];
}

/** Dynamic content has no description; its unique name is its mark. */
export function findText(texts: readonly DynamicContent[], name: string): DynamicContent | undefined {
  return texts.find((item) => item.name === name);
}
