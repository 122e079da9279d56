import { badRequest, Fault } from '../fault.ts';

/** Bulk calls take so many at once. */
const MOST = 100;

/** The ids or bodies of a bulk call. @throws Fault 400 for none or too many */
export function limitIds<Item>(items: readonly Item[], name = 'ids'): readonly Item[] {
  if (items.length === 0)
    throw badRequest(`You passed an invalid value for the ${name} attribute. must not be empty`);
  if (items.length <= MOST) return items;
  throw new Fault(400, {
    error: 'TooManyValues',
    description: `Too many values for ${name}: maximum is ${MOST}`,
  });
}
