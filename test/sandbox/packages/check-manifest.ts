import { isObject, type JsonObject } from '../json.ts';
import type { FaultList } from './fault.ts';
import { VALID_LOCALE } from './locale.ts';

const FILE = 'manifest.json';
const STRINGS = ['name', 'version', 'defaultLocale', 'frameworkVersion', 'termsConditionsURL', 'gaID'];
const BOOLEANS = ['private', 'signedUrls', 'singleInstall', 'requirementsOnly', 'marketingOnly'];

/** The manifest's own fields: what must be there, and of which kind each is. */
export function checkManifest(manifest: JsonObject, faults: FaultList): void {
  const isBare = manifest.requirementsOnly === true || manifest.marketingOnly === true;
  const required = ['author', 'defaultLocale', ...(isBare ? [] : ['location', 'frameworkVersion'])];
  for (const field of required)
    if (manifest[field] === undefined || manifest[field] === null)
      faults.error('manifest_keys.missing', FILE, `lacks the field "${field}". Add it.`);
  for (const field of STRINGS) mustBe('string', manifest[field], { field, faults });
  for (const field of BOOLEANS) mustBe('boolean', manifest[field], { field, faults });
  checkAuthor(manifest.author, faults);
  checkUrl(manifest.termsConditionsURL, 'termsConditionsURL', faults);
  checkVersion(manifest, isBare, faults);
  checkWhitelist(manifest.domainWhitelist, faults);
  const locale = manifest.defaultLocale;
  if (typeof locale === 'string' && !VALID_LOCALE.test(locale))
    faults.error(
      'invalid_default_locale',
      FILE,
      `"${locale}" is no locale; write for example "en" or "en-gb".`,
    );
}

interface Field {
  field: string;
  faults: FaultList;
}

function mustBe(type: 'string' | 'boolean', value: unknown, { field, faults }: Field): void {
  if (value === undefined || value === null || typeof value === type) return;
  const code = type === 'string' ? 'unacceptable_string' : 'unacceptable_boolean';
  faults.error(code, FILE, `"${field}" must be a ${type}, not ${JSON.stringify(value)}.`);
}

function checkAuthor(author: unknown, faults: FaultList): void {
  if (author === undefined || author === null) return;
  if (!isObject(author)) {
    faults.error('unacceptable_hash', FILE, '"author" must be an object with name, email and url.');
    return;
  }
  for (const name of ['name', 'email', 'url'])
    mustBe('string', author[name], { field: `author.${name}`, faults });
  for (const name of ['name', 'email'])
    if (!author[name])
      faults.warn('author_incomplete', FILE, `"author.${name}" is empty. Users see it; fill it in.`);
  checkUrl(author.url, 'author.url', faults);
}

function checkUrl(value: unknown, field: string, faults: FaultList): void {
  if (typeof value !== 'string') return;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol))
    faults.error('invalid_url', FILE, `"${field}" must be an http or https address, not "${value}".`);
}

function checkVersion({ frameworkVersion }: JsonObject, isBare: boolean, faults: FaultList): void {
  if (typeof frameworkVersion !== 'string') return;
  if (isBare)
    faults.error('no_framework_version_required', FILE, 'has no pages, so "frameworkVersion" must go.');
  else if (!/^2(\.0)?$/.test(frameworkVersion))
    faults.error('invalid_version', FILE, `"frameworkVersion" must be "2.0", not "${frameworkVersion}".`);
}

function checkWhitelist(list: unknown, faults: FaultList): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list) || !list.every((it) => typeof it === 'string')) {
    faults.error('unacceptable_array_of_strings', FILE, '"domainWhitelist" must be a list of host names.');
    return;
  }
  for (const host of list)
    if (/[/:]/.test(host))
      faults.warn(
        'domain_whitelist_not_a_host',
        FILE,
        `"${host}" in domainWhitelist must be a host name alone.`,
      );
}
