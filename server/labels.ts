import { LABELLED, type Label } from '../domain/labels.ts';
import type { Policy } from '../domain/policy.ts';
import { OPTION_PREFIX } from '../domain/terms.ts';
import { options } from './provision/definition/field-parts.ts';
import type { Language } from './provision/definition/language.ts';

/** The drop-downs whose options figures and reports name. */
export type OptionField = keyof typeof OPTION_PREFIX;

/** What options are called: as a policy says, else as provisioning names them in the account. */
export interface Labels {
  /** The option's name; the words of its tag where nobody has named it. */
  of(field: OptionField, name: string, language: Language): string;
}

export type LabelPolicy = Pick<Policy, 'labels'>;

const isLabelled = (field: OptionField): field is (typeof LABELLED)[number] =>
  LABELLED.some((one) => one === field);

/** What the first policy that names the option calls it. */
function byPolicy(policies: readonly LabelPolicy[], field: OptionField, name: string): Label | undefined {
  if (!isLabelled(field)) return undefined;
  return policies.map(({ labels }) => labels[field]).find((labels) => Object.hasOwn(labels, name))?.[name];
}

/** @param policies of several that name an option, the first holds */
export function createLabels(policies: readonly LabelPolicy[]): Labels {
  return {
    of(field, name, language) {
      const said = byPolicy(policies, field, name);
      if (said) return said[language] ?? said.en;
      const own = options(field).find(({ value }) => value === OPTION_PREFIX[field] + name);
      return own?.name[language] ?? name.replaceAll('_', ' ');
    },
  };
}

/** An option's names by language; `byPolicy`: they hold whatever the account calls it. */
export interface NamedOption {
  readonly names: Label;
  readonly byPolicy: boolean;
}

/** All that is known of the options of these drop-downs, by field and name. */
export function allLabels(
  policies: readonly LabelPolicy[],
): Readonly<Record<string, Readonly<Record<string, NamedOption>>>> {
  return Object.fromEntries(
    LABELLED.map((field) => {
      const own = options(field).map(({ value, name }): [string, NamedOption] => [
        value.slice(OPTION_PREFIX[field].length),
        { names: name, byPolicy: false },
      ]);
      const said = policies
        .toReversed()
        .flatMap(({ labels }) =>
          Object.entries(labels[field]).map(([name, names]): [string, NamedOption] => [
            name,
            { names, byPolicy: true },
          ]),
        );
      return [field, Object.fromEntries([...own, ...said])];
    }),
  );
}
