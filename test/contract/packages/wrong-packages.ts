import { cp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { type Change, english, file, manifest, oneParameter, parameters, support } from './probe-package.ts';

/** The code of a fault, what it stands for, and the change of a package that is right that makes it. */
export const WRONG_PACKAGES: readonly [string, string, Change][] = [
  ['manifest_not_json', 'a manifest that is no JSON', file('manifest.json', '{')],
  ['manifest_not_json', 'a manifest that is a list', file('manifest.json', '[]')],
  ['missing_manifest', 'no manifest', (folder) => rm(join(folder, 'manifest.json'))],
  ['manifest_keys.missing', 'no author', manifest({ author: undefined })],
  ['manifest_keys.missing', 'no default locale', manifest({ defaultLocale: undefined })],
  ['manifest_keys.missing', 'no location', manifest({ location: undefined })],
  ['manifest_keys.missing', 'no framework version', manifest({ frameworkVersion: undefined })],
  ['invalid_version', 'framework version 1', manifest({ frameworkVersion: '1.0' })],
  ['unacceptable_string', 'a version that is a number', manifest({ version: 1 })],
  ['unacceptable_boolean', 'a flag that is a text', manifest({ private: 'yes' })],
  ['unacceptable_hash', 'an author that is a text', manifest({ author: 'me' })],
  [
    'invalid_url',
    'an author url that is no address',
    manifest({ author: { name: 'a', email: 'b', url: 'ftp://x' } }),
  ],
  ['unacceptable_array_of_strings', 'a whitelist of numbers', manifest({ domainWhitelist: [1] })],
  ['invalid_default_locale', 'a default locale that is none', manifest({ defaultLocale: 'English' })],
  ['missing_translation_file', 'no file of the default locale', manifest({ defaultLocale: 'de' })],
  ['invalid_location_uri', 'a page that is not there', support('assets/gone.html')],
  ['invalid_location_uri', 'a page outside of assets', support('manifest.json')],
  ['invalid_location_uri', 'a page by http', support('http://example.com/')],
  ['blank_location_uri', 'a place without a page', support({ flexible: true })],
  ['invalid_location', 'a place there is none of', support('assets/iframe.html', 'moon')],
  ['invalid_host', 'a product there is none of', manifest({ location: { moon: {} } })],
  ['locations_must_be_urls', 'a location as in framework 1', manifest({ location: 'ticket_sidebar' })],
  [
    'invalid_location_flexible_type',
    'a flexible that is a text',
    support({ url: 'assets/iframe.html', flexible: 'no' }),
  ],
  ['parameters_not_an_array', 'parameters as an object', manifest({ parameters: {} })],
  ['invalid_type_parameter', 'a parameter of no type', oneParameter({ type: 'colour' })],
  ['name_as_parameter_name', 'a parameter called name', parameters({ name: 'name', type: 'text' })],
  [
    'duplicate_parameters',
    'two parameters of one name',
    parameters({ name: 'greeting' }, { name: 'greeting' }),
  ],
  [
    'invalid_hidden_parameter',
    'a hidden parameter that is required',
    oneParameter({ type: 'hidden', required: true }),
  ],
  [
    'invalid_parameter_scopes',
    'a scope there is none of',
    oneParameter({ secure: true, scopes: ['everywhere'] }),
  ],
  ['unacceptable_boolean', 'a required that is a text', oneParameter({ required: 'yes' })],
  ['oauth_keys.missing', 'oauth without its keys', manifest({ oauth: { client_id: 'x' } })],
  ['translation.not_json', 'a translation that is no JSON', file('translations/de.json', '{')],
  ['translation.not_json_object', 'a translation that is a text', file('translations/de.json', '"hi"')],
  ['translation.invalid_locale', 'a translation of no locale', file('translations/german.json', '{}')],
  ['translation.missing_required_key', 'English without a name', english({})],
  ['translation.missing_required_key', 'a public app without descriptions', manifest({ private: false })],
  ['translation.missing_parameter_label', 'a parameter without a label', english({ name: 'Probe' })],
  ['missing_logo', 'no logo', (folder) => rm(join(folder, 'assets/logo.png'))],
  [
    'logo.invalid_size',
    'a logo of the wrong size',
    (folder) => cp(join(folder, 'assets/logo-small.png'), join(folder, 'assets/logo.png')),
  ],
  ['logo.invalid_format', 'a logo that is no PNG', file('assets/logo-small.png', 'GIF89a')],
  [
    'banner.invalid_size',
    'a banner of the wrong size',
    (folder) => cp(join(folder, 'assets/logo.png'), join(folder, 'assets/banner.png')),
  ],
  [
    'missing_location_icon',
    'no icon for the navigation bar',
    (folder) => rm(join(folder, 'assets/icon_nav_bar.svg')),
  ],
  ['dirty_svg', 'an icon that is no SVG', file('assets/icon_nav_bar.svg', 'hello')],
  ['symlink_in_zip', 'a symlink', (folder) => symlink('/etc/hostname', join(folder, 'assets/link.txt'))],
  ['unsupported_mime_type_detected', 'an office file', file('assets/terms.docx', 'x')],
  [
    'unsupported_mime_type_detected',
    'an archive under another name',
    file('assets/data.bin2', zipSync({ a: new Uint8Array(3) })),
  ],
  [
    'file_too_large',
    'a file that is too large',
    file('assets/huge.txt', new Uint8Array(20 * 1024 * 1024 + 1)),
  ],
  ['requirements_not_json', 'requirements that are no JSON', file('requirements.json', '{')],
  ['invalid_requirements_types', 'requirements of no type', file('requirements.json', '{"moons":{}}')],
  [
    'missing_required_fields',
    'a requirement without a title',
    file('requirements.json', '{"macros":{"a":{}}}'),
  ],
  [
    'missing_requirements',
    'requirements only, and none',
    async (folder) => {
      await rm(join(folder, 'requirements.json'));
      await manifest({ requirementsOnly: true })(folder);
    },
  ],
];
