import { isObject, type JsonObject, objectOf, textOf } from '../json.ts';
import { parametersOf } from './check-parameters.ts';
import type { FaultList } from './fault.ts';
import { VALID_LOCALE } from './locale.ts';
import type { PackageFiles } from './package-files.ts';
import { readJsonObject } from './read-json.ts';

const FOR_PUBLIC_APPS = ['short_description', 'long_description', 'installation_instructions'];
const codes = { notJson: 'translation.not_json', notObject: 'translation.not_json_object' };

/** The texts: one file per locale, the default one among them; English names the app. */
export function checkTranslations(manifest: JsonObject, files: PackageFiles, faults: FaultList): void {
  const locale = textOf(manifest.defaultLocale);
  if (locale !== undefined && VALID_LOCALE.test(locale) && !files.names.includes(fileOf(locale)))
    faults.error(
      'missing_translation_file',
      fileOf(locale),
      'is not there, but it is the default locale. Add it.',
    );
  for (const file of files.names.filter((it) => /^translations\/[^/]+\.json$/.test(it))) {
    const name = file.slice('translations/'.length, -'.json'.length);
    if (!VALID_LOCALE.test(name))
      faults.error('translation.invalid_locale', file, 'is not named by a locale, as "en.json" is.');
    const texts = readJsonObject(files, file, { faults, codes });
    if (texts === undefined) continue;
    if (file === fileOf('en')) checkEnglish(texts, manifest, faults);
    if (name === locale) checkLabels(texts, { manifest, file, faults });
  }
}

const fileOf = (locale: string) => `translations/${locale}.json`;

function checkEnglish(texts: JsonObject, manifest: JsonObject, faults: FaultList): void {
  const file = fileOf('en');
  const app = isObject(texts.app) ? texts.app : {};
  // Texts may be given per product; each product then has its own name and descriptions.
  const products = ['support', 'chat', 'sell'].filter((product) => isObject(app[product]));
  const holders = products.length === 0 ? [app] : products.map((product) => objectOf(app[product]));
  const keys = manifest.private === false ? ['name', ...FOR_PUBLIC_APPS] : ['name'];
  for (const holder of holders)
    for (const key of keys)
      if (!has(holder, key))
        faults.error('translation.missing_required_key', file, `lacks "app.${key}". Add it.`);
  const short = textOf(app.short_description);
  if (short !== undefined && short.length > 80)
    faults.warn(
      'translation.short_description_long',
      file,
      '"app.short_description" is cut after 80 characters.',
    );
}

/** `description` is the old name of `short_description`. A text may also be an object with a title and a value. */
function has(holder: JsonObject, key: string): boolean {
  const value = key === 'short_description' ? (holder[key] ?? holder.description) : holder[key];
  return isObject(value) ? textOf(value.value) !== undefined : (textOf(value) ?? '') !== '';
}

interface Labels {
  manifest: JsonObject;
  file: string;
  faults: FaultList;
}

function checkLabels(texts: JsonObject, { manifest, file, faults }: Labels): void {
  const labels = objectOf(objectOf(texts.app).parameters);
  for (const parameter of parametersOf(manifest)) {
    const name = textOf(parameter.name);
    if (name === undefined || parameter.type === 'hidden') continue;
    if (!has(objectOf(labels[name]), 'label'))
      faults.error(
        'translation.missing_parameter_label',
        file,
        `lacks "app.parameters.${name}.label". Add it.`,
      );
  }
}
