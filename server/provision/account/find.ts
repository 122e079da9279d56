import { mark, type ObjectRef } from '../refs.ts';
import type { DynamicContent } from './schemas.ts';

interface Described {
  readonly id: number | string;
  readonly description: string;
  readonly agent_description?: string;
}

const carries = (object: Described, sign: string): boolean =>
  object.description.includes(sign) || (object.agent_description?.includes(sign) ?? false);

/**
 * The object that carries our mark. A clone made in the admin center carries it too: the oldest is ours, and an
 * object created later has a higher id (webhook ids are ULIDs, which sort by time).
 */
export function findMarked<T extends Described>(objects: readonly T[], ref: ObjectRef): T | undefined {
  const marked = objects.filter((object) => carries(object, mark(ref)));
  return marked.reduce<T | undefined>(
    (oldest, next) => (oldest && oldest.id <= next.id ? oldest : next),
    undefined,
  );
}

/** Dynamic content has no description; its unique name is its mark. */
export function findText(texts: readonly DynamicContent[], name: string): DynamicContent | undefined {
  return texts.find((item) => item.name === name);
}
