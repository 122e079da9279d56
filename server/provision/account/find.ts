import { mark, type ObjectRef } from '../refs.ts';
import type { DynamicContent } from './schemas.ts';

interface Described {
  readonly id: number | string;
  readonly description: string;
  readonly agent_description?: string;
  readonly knownAs?: string;
}

const carries = (object: Described, sign: string): boolean =>
  object.description.includes(sign) || (object.agent_description?.includes(sign) ?? false);

/**
 * All objects with our mark or a remembered id, ours first: the one whose id is remembered, else the oldest. A clone
 * made in the admin center carries the mark too, and is younger.
 */
export function findAllMarked<T extends Described>(objects: readonly T[], ref: ObjectRef): T[] {
  const sign = mark(ref);
  // An object created later has a higher id; webhook ids are ULIDs, which sort by time.
  return objects
    .filter((object) => object.knownAs === ref || carries(object, sign))
    .sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1))
    .sort((a, b) => Number(b.knownAs === ref) - Number(a.knownAs === ref));
}

/** The object that is ours, see {@link findAllMarked}. */
export function findMarked<T extends Described>(objects: readonly T[], ref: ObjectRef): T | undefined {
  return findAllMarked(objects, ref)[0];
}

/** Dynamic content has no description; its mark is its placeholder, which stays when somebody gives it another name. */
export function findText(texts: readonly DynamicContent[], name: string): DynamicContent | undefined {
  return (
    texts.find(({ placeholder }) => placeholder === `{{dc.${name}}}`) ??
    texts.find((item) => item.name === name)
  );
}
