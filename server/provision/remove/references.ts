import type { AccountSnapshot } from '../account/snapshot.ts';

interface NamedObject {
  readonly id: number | string;
  readonly title: string;
  readonly active: boolean;
}

/** An object that stays, with all that it says. */
interface Staying {
  readonly name: string;
  readonly text: string;
}

/** What is left in the account says of our objects. */
export interface References {
  /** Objects that stay and name one of these, such as `trigger "Escalate" (17)`. */
  naming(isNamedIn: (text: string) => boolean): string[];
}

/**
 * Looks through all rules, fields and forms that stay: what they name can't go without breaking them.
 * @param going what is taken out, by kind and id: `macro 17`
 */
export function referencesIn(account: AccountSnapshot, going: ReadonlySet<string>): References {
  const staying = (kind: string, objects: readonly NamedObject[]): Staying[] =>
    objects
      .filter(({ id }) => !going.has(`${kind} ${id}`))
      .map((object) => ({
        name: `${kind} "${object.title}" (${object.id}${object.active ? '' : ', switched off'})`,
        text: JSON.stringify(object),
      }));
  const all = [
    ...staying('trigger', account.triggers),
    ...staying('automation', account.automations),
    ...staying('macro', account.macros),
    ...staying('view', account.views),
    ...staying('field', account.fields),
    ...staying(
      'form',
      account.forms.map((form) => ({ ...form, title: form.name })),
    ),
  ];
  return { naming: (isNamedIn) => all.filter(({ text }) => isNamedIn(text)).map(({ name }) => name) };
}

/** Why an object stays that others name. */
export const namedBy = (names: readonly string[]): string =>
  `is still named by ${names.join(', ')}: change that, and remove again`;
