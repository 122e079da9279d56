import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPackage, openPackage } from '../../sandbox/packages/index.ts';
import { file, manifest, oneParameter, parameters, probePackage } from './probe-package.ts';
import { WRONG_PACKAGES } from './wrong-packages.ts';

const probe = probePackage();

const found = (severity: string) =>
  checkPackage(openPackage(probe.folder)).flatMap((it) => (it.severity === severity ? [it.code] : []));

describe('a package', () => {
  test('that is right has no faults and no warnings', () => {
    expect(checkPackage(openPackage(probe.folder))).toEqual([]);
  });

  test.each(WRONG_PACKAGES)('has the fault %s for %s', async (code, _what, spoil) => {
    await spoil(probe.folder);
    expect(found('error')).toContain(code);
  });

  test('tells all its faults at once, each with its file and what to do', async () => {
    await manifest({ author: undefined, frameworkVersion: '3' })(probe.folder);
    await rm(join(probe.folder, 'assets/logo.png'));
    const faults = checkPackage(openPackage(probe.folder)).filter((it) => it.severity === 'error');
    expect(faults.map(({ code, file: of }) => [code, of])).toEqual([
      ['manifest_keys.missing', 'manifest.json'],
      ['invalid_version', 'manifest.json'],
      ['missing_logo', 'assets/logo.png'],
    ]);
    expect(faults.map((it) => it.message).join()).toMatch(/Add it.*must be "2\.0".*Add a PNG of 320×320/);
  });

  test('has a key twice, wherever it is', async () => {
    const text = await readFile(join(probe.folder, 'manifest.json'), 'utf8');
    await writeFile(
      join(probe.folder, 'manifest.json'),
      text
        .replace('"private": true', '"private": true, "private": false')
        .replace('"url": "https', '"url": "x", "url": "https'),
    );
    const messages = checkPackage(openPackage(probe.folder)).filter(
      (it) => it.code === 'duplicate_manifest_keys',
    );
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
    await spoil(probe.folder);
    expect(found('warning')).toContain(code);
    expect(found('error').filter((it) => it !== 'translation.missing_parameter_label')).toEqual([]);
  });
});
