import type { AccountSnapshot } from '../account/snapshot.ts';
import type { FormTextKey } from '../definition/keys.ts';
import { LANGUAGES, type Localized, languageOf } from '../definition/language.ts';
import { textName } from '../definition/texts/name.ts';
import type { TitleTextKey } from '../definition/title-texts.ts';
import type { Difference, ProvisionSettings } from '../plan-types.ts';
import { type Ids, idOrStandIn } from '../refs.ts';
import { sameTitle } from './entry.ts';

/** A title as Zendesk shows it, and as it was entered: with the placeholder of dynamic content, where it has one. */
export interface FoundTitle {
  readonly title: string;
  readonly raw?: string | null | undefined;
}

/** Of a rule. */
export const titleOf = ({
  title,
  raw_title: raw,
}: {
  title: string;
  raw_title?: string | null | undefined;
}): FoundTitle => ({
  title,
  raw,
});

/** What one of our objects is called. */
export interface TitleDefinition {
  /** The dynamic content that says it in every language. */
  readonly key: TitleTextKey | Extract<FormTextKey, 'form'>;
  readonly titles: Localized;
}

/** One text is enough for an account that speaks one of our languages. */
export const hasDynamicTitles = ({ lacks, locales }: AccountSnapshot): boolean =>
  !lacks.texts && new Set(locales.flatMap(({ locale }) => languageOf(locale) ?? [])).size > 1;

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
}

export interface ComparedTitle {
  /** None where it stays as it is. */
  readonly differences: readonly Difference[];
  /** What to enter. */
  readonly entered: (ids: Ids) => string;
}

/**
 * A person's own title stays, unless ours is asked for. One that is still ours follows the account: out of one language
 * into dynamic content, and back where the plan has none any more.
 */
export function compareTitle(
  { key, titles }: TitleDefinition,
  found: FoundTitle | undefined,
  { account, settings, forced = false }: Given & { readonly forced?: boolean },
): ComparedTitle {
  const dynamic = hasDynamicTitles(account);
  const plain = titles[settings.language];
  const entered = (ids: Ids): string => (dynamic ? String(idOrStandIn(ids, `text:${key}`)) : plain);
  if (!found) return { differences: [], entered };
  const raw = found.raw ?? found.title;
  const placeholder = `{{dc.${textName(key)}}}`;
  const isPlaceholder = raw.trim() === placeholder;
  const isOurs = isPlaceholder || LANGUAGES.some((language) => sameTitle(raw, titles[language]));
  const isMeant = dynamic ? isPlaceholder : forced ? raw === plain : !(isPlaceholder && account.lacks.texts);
  if (isMeant || !(isOurs || forced)) return { differences: [], entered: () => raw };
  const to = dynamic && isOurs ? placeholder : plain;
  return { differences: [{ what: 'title', from: isOurs ? raw : found.title, to }], entered };
}

/** A title as it is sent: both ways, since of a rule Zendesk takes `title`, and of a field `raw_title`. */
export const titleBody = (entered: string) => ({ title: entered, raw_title: entered });
