import type { AccountSnapshot } from '../account/snapshot.ts';
import { formTextDefinitions, type TextDefinition, titleTextDefinitions } from '../definition/texts/index.ts';
import type { ProvisionSettings } from '../plan-types.ts';
import { type Compared, isForced } from './entry.ts';
import { compareText } from './texts.ts';
import { hasDynamicTitles } from './title.ts';

/** Texts of which nothing remembers what was ours: words that are there stay. */
function compareShortTexts(
  definitions: readonly TextDefinition[],
  given: { readonly account: AccountSnapshot },
  settings: ProvisionSettings,
) {
  return definitions.map((definition) =>
    compareText(definition, {
      ...{ ...given, recorded: {} },
      reset: isForced(settings, `text:${definition.key}`),
    }),
  );
}

/** The texts of the customers' form, where there is one. */
export function compareFormTexts(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  if (account.lacks.texts || account.lacks.forms) return [];
  return compareShortTexts(formTextDefinitions(settings.promises), { account }, settings);
}

/** What agents read, where they read it in more than one language. */
export function compareTitleTexts(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  if (!hasDynamicTitles(account)) return [];
  return compareShortTexts(titleTextDefinitions({ withForms: !account.lacks.forms }), { account }, settings);
}
