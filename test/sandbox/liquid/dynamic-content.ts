import type { Account } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import type { DynamicContentRecord } from '../account/records.ts';

const PLACEHOLDER = /\{\{\s*dc\.([\w-]+)\s*\}\}/g;

/** Puts in dynamic content for a locale; its text may hold further placeholders. Unknown items become empty. */
export function fillDynamicContent(account: Account, text: string, locale: string): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => {
    const item = itemOf(account, `{{dc.${name}}}`);
    return item ? contentFor(item, locale) : '';
  });
}

function itemOf(account: Account, placeholder: string): DynamicContentRecord | undefined {
  for (const item of account.dynamicContent.values()) if (item.placeholder === placeholder) return item;
  return undefined;
}

/** The active variant of the locale, else the default one. */
function contentFor(item: DynamicContentRecord, locale: string): string {
  const wanted = localeOf(locale).id;
  const active = item.variants.filter((variant) => variant.active);
  const found =
    active.find((variant) => variant.locale_id === wanted) ?? active.find((variant) => variant.default);
  return found?.content ?? '';
}
