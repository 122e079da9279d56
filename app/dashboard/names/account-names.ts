import { createContext, useContext } from 'react';
import { z } from 'zod';
import { OPTION_PREFIX } from '../../../domain/terms.ts';
import { createAccount } from '../../zaf/account.ts';
import type { PageHost } from '../../zaf/page-host.ts';
import { pagesOf } from '../../zaf/pages.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

type OptionField = 'category' | 'delay_reason' | 'redress' | 'outcome' | 'channel';

/** What the account calls things: its brands, and the options of our fields as its admins have named them. */
export interface AccountNames {
  readonly brands: readonly Option[];
  options(field: OptionField): readonly Option[];
  /** The option's name; the code in words where the account has no such option. */
  option(field: OptionField, code: string): string;
}

const brandsSchema = z.object({
  brands: z.array(z.object({ id: z.number(), name: z.string(), active: z.boolean().nullish() })),
});

const inWords = (code: string): string => {
  const text = code.replaceAll('_', ' ');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};

/** Nested options carry their path: "Complaint::Billing". */
const lastPart = (name: string): string => inWords(name.split('::').at(-1) ?? name);

/** Empty where Zendesk tells nothing: the page works with codes then. */
export const NO_NAMES: AccountNames = {
  brands: [],
  options: () => [],
  option: (_field, code) => inWords(code),
};

/** @throws RestError, ZodError */
export async function loadAccountNames(host: PageHost): Promise<AccountNames> {
  const [fields, pages] = await Promise.all([
    createAccount(host).fields(),
    pagesOf(host, '/api/v2/brands.json'),
  ]);
  const options = (field: OptionField): Option[] => {
    const prefix = OPTION_PREFIX[field];
    return (fields[field]?.options ?? []).flatMap(({ value, name }) =>
      value.startsWith(prefix) ? [{ value: value.slice(prefix.length), label: lastPart(name) }] : [],
    );
  };
  return {
    brands: pages
      .flatMap((page) => brandsSchema.parse(page).brands)
      .filter(({ active }) => active !== false)
      .map(({ id, name }) => ({ value: String(id), label: name })),
    options,
    option: (field, code) => options(field).find(({ value }) => value === code)?.label ?? inWords(code),
  };
}

const AccountNamesContext = createContext<AccountNames>(NO_NAMES);
export const AccountNamesProvider = AccountNamesContext.Provider;

export function useAccountNames(): AccountNames {
  return useContext(AccountNamesContext);
}
