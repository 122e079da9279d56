import { findMarked, findText } from '../account/find.ts';
import type { DynamicContent } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { TextKey } from '../definition/keys.ts';
import { SURVEY_TEXTS } from '../definition/survey.ts';
import { type TextDefinition, textDefinitions } from '../definition/texts/index.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import type { ObjectRef } from '../refs.ts';
import { type Compared, compared, isForced } from './entry.ts';
import { type Fingerprints, fingerprint, readFingerprints } from './fingerprint.ts';
import { defaultLocale, type WantedVariant, wantedVariants } from './variants.ts';

/** A text compared, and what its macro is to remember of it. */
export interface ComparedText extends Compared {
  readonly key: TextKey;
  readonly fingerprints: Fingerprints;
}

const START = 60;
const shorten = (text: string): string => (text.length > START ? `${text.slice(0, START)}…` : text);

function variantDifferences(variant: WantedVariant, written: boolean): Difference[] {
  const what = `text in ${variant.locale.locale}`;
  const rewritten = written
    ? [{ what, from: variant.found ? shorten(variant.found.content) : null, to: shorten(variant.content) }]
    : [];
  const switchedOff =
    variant.found?.active === false ? [{ what: `${what}: active`, from: 'false', to: 'true' }] : [];
  return [...rewritten, ...switchedOff];
}

function createItem(
  definition: TextDefinition,
  variants: readonly WantedVariant[],
  account: AccountSnapshot,
): Write {
  const base = defaultLocale(account.locales);
  return {
    method: 'post',
    path: 'dynamic_content/items',
    envelope: 'item',
    body: {
      item: {
        name: definition.name,
        default_locale_id: base?.id,
        variants: variants.map(({ locale, content }) => ({
          locale_id: locale.id,
          default: locale === base,
          active: true,
          content,
        })),
      },
    },
  };
}

/** A default variant's `active` can't be sent, so it goes along only where it has to change. */
function writeVariant(
  item: DynamicContent,
  { found, locale, content }: WantedVariant,
  written: boolean,
): Write {
  const path = `dynamic_content/items/${item.id}/variants`;
  if (!found) {
    const body = { variant: { locale_id: locale.id, default: false, active: true, content } };
    return { method: 'post', path, body, envelope: 'variant' };
  }
  const body = { variant: { ...(written ? { content } : {}), ...(found.active ? {} : { active: true }) } };
  return { method: 'put', path: `${path}/${found.id}`, body, envelope: 'variant' };
}

function rememberedPrints(
  variants: readonly WantedVariant[],
  written: (variant: WantedVariant) => boolean,
  recorded: Fingerprints,
): Fingerprints {
  return Object.fromEntries(
    variants.flatMap((variant) => {
      const { locale } = variant.locale;
      if (variant.state === 'same' || written(variant)) return [[locale, fingerprint(variant.content)]];
      const before = recorded[locale];
      return before ? [[locale, before]] : [];
    }),
  );
}

const edited = ({ locale }: WantedVariant, ref: ObjectRef): string =>
  `the text in ${locale.locale} was edited in the account and is kept; --force ${ref} puts ours back`;

export interface GivenText {
  readonly account: AccountSnapshot;
  /** What we remember to have written. */
  readonly recorded: Fingerprints;
  /** Whether edited words go too. */
  readonly reset: boolean;
}

export function compareText<Key extends TextDefinition['key']>(
  definition: TextDefinition<Key>,
  { account, recorded, reset }: GivenText,
): Compared & { readonly key: Key; readonly fingerprints: Fingerprints } {
  const item = findText(account.texts, definition.name);
  const ref: ObjectRef = `text:${definition.key}`;
  const variants = wantedVariants(definition, account.locales, { item, recorded });
  const written = ({ state }: WantedVariant): boolean =>
    state === 'missing' || state === 'outdated' || (state === 'edited' && reset);
  const toWrite = variants.filter((variant) => written(variant) || variant.found?.active === false);
  return {
    key: definition.key,
    fingerprints: rememberedPrints(variants, written, recorded),
    ...compared({
      ref,
      title: definition.name,
      found: item && { id: item.id, title: item.name },
      differences: item ? variants.flatMap((variant) => variantDifferences(variant, written(variant))) : [],
      notes: variants
        .filter((variant) => variant.state === 'edited' && !written(variant))
        .map((variant) => edited(variant, ref)),
      blockedBy: variants.length === 0 ? ['the account has no language switched on'] : [],
      writes: () =>
        item
          ? toWrite.map((variant) => writeVariant(item, variant, written(variant)))
          : [createItem(definition, variants, account)],
    }),
  };
}

/** A letter that a person has edited is kept, see {@link Fingerprints}. None where the plan has no dynamic content. */
export function compareTexts(account: AccountSnapshot, settings: ProvisionSettings): ComparedText[] {
  if (account.lacks.texts) return [];
  return textDefinitions(settings.company, settings.promises).map((definition) => {
    const description = findMarked(account.macros, `macro:${definition.key}`)?.description ?? '';
    const reset = settings.resetTexts === true || isForced(settings, `text:${definition.key}`);
    return compareText(definition, { account, recorded: readFingerprints(description), reset });
  });
}

/** The survey's words, where there is one; kept likewise. */
export function compareSurveyTexts(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  if (account.lacks.texts || account.lacks.ratings) return [];
  return SURVEY_TEXTS.map((definition) =>
    compareText(definition, {
      ...{ account, recorded: {} },
      reset: isForced(settings, `text:${definition.key}`),
    }),
  );
}
