import { recordNotFound } from '../fault.ts';

/** The record, or Zendesk's 404. @throws Fault */
export function found<Item>(item: Item | undefined): Item {
  if (item === undefined) throw recordNotFound();
  return item;
}
