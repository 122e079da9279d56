import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPackage, openPackage } from '../sandbox/packages/index.ts';

const PROBE = fileURLToPath(new URL('../sandbox/fixtures/probe-app', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  await cp(PROBE, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

type Json = Record<string, unknown>;

async function edit(file: string, change: (value: Json) => Json): Promise<void> {
  const value: Json = JSON.parse(await readFile(join(folder, file), 'utf8'));
  await writeFile(join(folder, file), JSON.stringify(change(value)));
}

const manifest = (part: Json) => () => edit('manifest.json', (it) => ({ ...it, ...part }));
const english = (app: Json) => () => edit('translations/en.json', () => ({ app }));
const file = (name: string, text: string | Uint8Array) => () => writeFile(join(folder, name), text);
const support = (place: unknown, name = 'ticket_sidebar') =>
  manifest({ location: { support: { [name]: place } } });
const parameters = (...list: unknown[]) => manifest({ parameters: list });
const oneParameter = (parameter: Json) => parameters({ name: 'greeting', type: 'text', ...parameter });

const found = (severity: string) =>
  checkPackage(openPackage(folder)).flatMap((it) => (it.severity === severity ? [it.code] : []));

/** A change of a package that is right, and the code of the fault that it makes. */
const wrong: readonly [string, string, () => Promise<unknown>][] = [
  ['manifest_not_json', 'a manifest that is no JSON', file('manifest.json', '{')],
  ['manifest_not_json', 'a manifest that is a list', file('manifest.json', '[]')],
  ['missing_manifest', 'no manifest', () => rm(join(folder, 'manifest.json'))],
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
  ['missing_logo', 'no logo', () => rm(join(folder, 'assets/logo.png'))],
  [
    'logo.invalid_size',
    'a logo of the wrong size',
    () => cp(join(folder, 'assets/logo-small.png'), join(folder, 'assets/logo.png')),
  ],
  ['logo.invalid_format', 'a logo that is no PNG', file('assets/logo-small.png', 'GIF89a')],
  [
    'banner.invalid_size',
    'a banner of the wrong size',
    () => cp(join(folder, 'assets/logo.png'), join(folder, 'assets/banner.png')),
  ],
  [
    'missing_location_icon',
    'no icon for the navigation bar',
    () => rm(join(folder, 'assets/icon_nav_bar.svg')),
  ],
  ['dirty_svg', 'an icon that is no SVG', file('assets/icon_nav_bar.svg', 'hello')],
  ['symlink_in_zip', 'a symlink', () => symlink('/etc/hostname', join(folder, 'assets/link.txt'))],
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
    async () => {
      await rm(join(folder, 'requirements.json'));
      await manifest({ requirementsOnly: true })();
    },
  ],
];

describe('a package', () => {
  test('that is right has no faults and no warnings', () => {
    expect(checkPackage(openPackage(folder))).toEqual([]);
  });

  test.each(wrong)('has the fault %s for %s', async (code, _what, spoil) => {
    await spoil();
    expect(found('error')).toContain(code);
  });

  test('tells all its faults at once, each with its file and what to do', async () => {
    await manifest({ author: undefined, frameworkVersion: '3' })();
    await rm(join(folder, 'assets/logo.png'));
    const faults = checkPackage(openPackage(folder)).filter((it) => it.severity === 'error');
    expect(faults.map(({ code, file: of }) => [code, of])).toEqual([
      ['manifest_keys.missing', 'manifest.json'],
      ['invalid_version', 'manifest.json'],
      ['missing_logo', 'assets/logo.png'],
    ]);
    expect(faults.map((it) => it.message).join()).toMatch(/Add it.*must be "2\.0".*Add a PNG of 320×320/);
  });

  test('has a key twice, wherever it is', async () => {
    const text = await readFile(join(folder, 'manifest.json'), 'utf8');
    await writeFile(
      join(folder, 'manifest.json'),
      text
        .replace('"private": true', '"private": true, "private": false')
        .replace('"url": "https', '"url": "x", "url": "https'),
    );
    const messages = checkPackage(openPackage(folder)).filter((it) => it.code === 'duplicate_manifest_keys');
    expect(messages.map((it) => it.message)).toEqual([
      expect.stringContaining('"author.url"'),
      expect.stringContaining('"private"'),
    ]);
  });

  test.each([
    ['secure_parameters_with_no_scopes_in_manifest', oneParameter({ secure: true })],
    ['insecure_token_parameter_in_manifest', parameters({ name: 'api_token', type: 'text' })],
    ['default_secure_or_hidden_parameter_in_manifest', oneParameter({ type: 'hidden', default: 'x' })],
    ['application_secret', file('assets/extra.js', `const key = '-----BEGIN RSA ${'PRIVATE'} KEY-----';`)],
    ['insecure_http_request', file('assets/extra.js', `fetch('http://${'api'}.example.com/')`)],
    ['sanitised_svg', file('assets/icon_nav_bar.svg', '<svg onload="x()"></svg>')],
    ['bitmap_in_svg', file('assets/icon_nav_bar.svg', '<svg><image href="x"/></svg>')],
  ])('is warned of %s, which stops nothing', async (code, spoil) => {
    await spoil();
    expect(found('warning')).toContain(code);
    expect(found('error').filter((it) => it !== 'translation.missing_parameter_label')).toEqual([]);
  });
});

describe('a zip file', () => {
  type Entries = Parameters<typeof zipSync>[0];
  const pack = async (entries: Entries) => {
    const path = join(folder, 'app.zip');
    await writeFile(path, zipSync(entries));
    return path;
  };
  const small = new TextEncoder().encode('{}');

  test('is read like a folder', async () => {
    const files = openPackage(PROBE);
    const path = await pack(
      Object.fromEntries(files.names.map((name) => [name, files.bytes(name) ?? small])),
    );
    expect(openPackage(path).names).toEqual(files.names);
    expect(checkPackage(openPackage(path))).toEqual([]);
  });

  test('with the app in a folder of its own says what to do', async () => {
    expect(checkPackage(openPackage(await pack({ 'app/manifest.json': small })))).toMatchObject([
      { code: 'nested_manifest', file: 'app/manifest.json' },
    ]);
  });

  test('with a symlink in it has the fault of one, and the link is not unpacked', async () => {
    const link: Entries[string] = [
      new TextEncoder().encode('/etc/hostname'),
      { os: 3, attrs: (0o120777 << 16) >>> 0 },
    ];
    const files = openPackage(await pack({ 'manifest.json': small, 'assets/link': link }));
    expect([files.names, files.links]).toEqual([['manifest.json'], ['assets/link']]);
  });

  test.each([
    ['../escape.js', /lies outside/],
    ['/etc/passwd', /lies outside/],
    ['assets/../../x', /lies outside/],
    ['C:/windows', /lies outside/],
    ['assets\\..\\x', /lies outside/],
  ])('with the entry %s is refused', async (name, message) => {
    const path = await pack({ [name]: small });
    expect(() => openPackage(path)).toThrow(message);
  });

  test('that unpacks to too much is refused before it is unpacked', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`assets/${index}`, new Uint8Array(15e6)]),
    );
    const path = await pack(many);
    expect(() => openPackage(path)).toThrow(/unpacks to more than/);
  });

  test('that lies about a size does not unpack to more than it says', async () => {
    const path = join(folder, 'app.zip');
    const bytes = zipSync({ 'assets/bomb': new Uint8Array(5e6) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 5e6) view.setUint32(at, 1000, true);
    await writeFile(path, bytes);
    let size = 0;
    try {
      size = openPackage(path).bytes('assets/bomb')?.length ?? 0;
    } catch {
      size = 0;
    }
    expect(size).toBeLessThanOrEqual(1000);
  });

  test.each([
    ['nothing', ''],
    ['text', 'hello, this is not an archive at all'],
    [
      'a cut archive',
      Buffer.from(zipSync({ a: new Uint8Array(10) }))
        .subarray(40)
        .toString('latin1'),
    ],
  ])('that is %s is refused by name', async (_what, text) => {
    const path = join(folder, 'app.zip');
    await writeFile(path, text, 'latin1');
    expect(() => openPackage(path)).toThrow(/app\.zip cannot be read as an app package/);
  });
});
