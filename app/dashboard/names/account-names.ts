import { createContext, useContext } from 'react';
import { z } from 'zod';
import { OPTION_PREFIX } from '../../../domain/terms.ts';
import { createAccount } from '../../zaf/account.ts';
import type { PageHost } from '../../zaf/page-host.ts';
import { pagesOf } from '../../zaf/pages.ts';
import type { Api } from '../api/client.ts';

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

/** What the service calls the options, by field and code; `byPolicy` holds whatever the account calls them. */
const labelsSchema = z.record(
  z.string(),
  z.record(z.string(), z.object({ names: z.record(z.string(), z.string()), byPolicy: z.boolean() })),
);
export type Labels = z.output<typeof labelsSchema>;

/** Empty where the service does not tell. */
export async function loadLabels(api: Api): Promise<Labels> {
  return await api.json({ path: 'labels' }, labelsSchema).catch(() => ({}));
}

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

export interface LabelSources {
  readonly labels: Promise<Labels>;
  /** The reader's language. */
  readonly language: string;
}

/**
 * The option's name in the reader's language: what the policy says, then what the account's admins have made of it, then
 * the product's own words. An account has each name in one language only, unless its plan has dynamic content.
 * @param inAccount what the account calls it, if it has it
 */
export function optionLabel(
  code: string,
  inAccount: string | undefined,
  { label, language }: { readonly label: Labels[string][string] | undefined; readonly language: string },
): string {
  const own = label?.names[language] ?? label?.names.en;
  const isOwn = inAccount === undefined || Object.values(label?.names ?? {}).includes(inAccount);
  if (own !== undefined && (label?.byPolicy || isOwn)) return own;
  return inAccount === undefined ? inWords(code) : lastPart(inAccount);
}

/** @throws RestError, ZodError */
export async function loadAccountNames(host: PageHost, sources: LabelSources): Promise<AccountNames> {
  const [fields, pages, labels] = await Promise.all([
    createAccount(host).fields(),
    pagesOf(host, '/api/v2/brands.json'),
    sources.labels,
  ]);
  const option = (field: OptionField, code: string): string => {
    const inAccount = fields[field]?.options.find(({ value }) => value === OPTION_PREFIX[field] + code);
    return optionLabel(code, inAccount?.name, { label: labels[field]?.[code], language: sources.language });
  };
  const options = (field: OptionField): Option[] => {
    const prefix = OPTION_PREFIX[field];
    return (fields[field]?.options ?? []).flatMap(({ value }) => {
      const code = value.slice(prefix.length);
      return value.startsWith(prefix) ? [{ value: code, label: option(field, code) }] : [];
    });
  };
  return {
    brands: pages
      .flatMap((page) => brandsSchema.parse(page).brands)
      .filter(({ active }) => active !== false)
      .map(({ id, name }) => ({ value: String(id), label: name })),
    options,
    option,
  };
}

const AccountNamesContext = createContext<AccountNames>(NO_NAMES);
export const AccountNamesProvider = AccountNamesContext.Provider;

export function useAccountNames(): AccountNames {
  return useContext(AccountNamesContext);
}
