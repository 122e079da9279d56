import type { Account } from '../account/account.ts';
import { localeById } from '../account/locales.ts';
import type { DynamicContentRecord, VariantRecord } from '../account/records.ts';
import { blank, recordInvalid } from '../fault.ts';
import { flagOf, idOf, isObject, type JsonObject, listOf, textOf } from '../json.ts';

/** Reads a new item with its variants. @throws Fault 422 */
export function readItem(account: Account, body: JsonObject): DynamicContentRecord {
  const name = textOf(body.name)?.trim() ?? '';
  if (name === '') throw blank('name', 'Name');
  const placeholder = `{{dc.${name.toLowerCase().replace(/[^\w]+/g, '_')}}}`;
  if ([...account.dynamicContent.values()].some((item) => item.placeholder === placeholder)) {
    throw recordInvalid({
      name: [{ description: `Name: ${name} has already been taken`, error: 'DuplicateValue' }],
    });
  }
  const now = account.stamp();
  const empty: DynamicContentRecord = {
    id: account.ids.next(),
    name,
    placeholder,
    default_locale_id: idOf(body.default_locale_id) ?? 1,
    variants: [],
    created_at: now,
    updated_at: now,
  };
  // A single `content` stands for the variant of the default locale.
  const inputs: unknown[] =
    'content' in body && !('variants' in body)
      ? [{ locale_id: empty.default_locale_id, content: body.content, default: true }]
      : listOf(body.variants);
  let item = empty;
  for (const input of inputs.filter(isObject)) item = withVariant(item, readVariant(account, input, item));
  if (!item.variants.some((variant) => variant.locale_id === item.default_locale_id))
    throw blank('variants', 'Variants: the default locale');
  return {
    ...item,
    variants: item.variants.map((v) => ({ ...v, default: v.locale_id === item.default_locale_id })),
  };
}

/** Reads a variant, new or updated. @throws Fault 422 */
export function readVariant(
  account: Account,
  body: JsonObject,
  item: DynamicContentRecord,
  known?: VariantRecord,
): VariantRecord {
  const locale_id = idOf(body.locale_id) ?? known?.locale_id;
  if (locale_id === undefined || !localeById(locale_id)) {
    throw recordInvalid({
      locale_id: [{ description: 'Locale: is not a locale of this account', error: 'InvalidValue' }],
    });
  }
  const content = textOf(body.content) ?? known?.content;
  if (content === undefined || content === '') throw blank('content', 'Content');
  const double = item.variants.some((variant) => variant.locale_id === locale_id && variant.id !== known?.id);
  if (double)
    throw recordInvalid({
      locale_id: [{ description: 'Locale: has already been taken', error: 'DuplicateValue' }],
    });
  const now = account.stamp();
  return {
    id: known?.id ?? account.ids.next(),
    content,
    locale_id,
    active: flagOf(body.active) ?? known?.active ?? true,
    default: flagOf(body.default) ?? known?.default ?? locale_id === item.default_locale_id,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

/** The item with a variant put in; a new default takes the place of the old one. */
export function withVariant(item: DynamicContentRecord, variant: VariantRecord): DynamicContentRecord {
  const others = item.variants
    .filter((one) => one.id !== variant.id)
    .map((one) => (variant.default ? { ...one, default: false } : one));
  const variants = [...others, variant].sort((a, b) => a.id - b.id);
  return {
    ...item,
    variants,
    default_locale_id: variant.default ? variant.locale_id : item.default_locale_id,
  };
}
