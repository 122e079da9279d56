import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../scripts/build-app.ts';

let folder: string;
beforeAll(async () => {
  folder = await buildApp();
});

/** Width and height of a PNG, from its header. */
async function sizeOf(file: string): Promise<number[]> {
  const png = await readFile(join(folder, file));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the Zendesk package', () => {
  test('holds manifest, translations, logos and the page, and nothing else', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((name) => name.replace(/-[\w-]{8}\.js$/, '-HASH.js'));
    expect(files.sort()).toEqual([
      'assets/logo-small.png',
      'assets/logo.png',
      'assets/sidebar-HASH.js',
      'assets/sidebar.html',
      'manifest.json',
      'translations/de.json',
      'translations/en.json',
      'translations/es.json',
      'translations/fr.json',
      'translations/nl.json',
    ]);
  });

  test('has logos of the sizes that Zendesk asks for', async () => {
    expect(await sizeOf('assets/logo.png')).toEqual([320, 320]);
    expect(await sizeOf('assets/logo-small.png')).toEqual([128, 128]);
  });

  test('has a manifest whose page exists', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ frameworkVersion: '2.0', defaultLocale: 'en', private: true });
    const { url } = manifest.location.support.ticket_sidebar;
    await expect(readFile(join(folder, url), 'utf8')).resolves.toContain('<div id="root">');
  });

  test('allows no inline script and no eval, and puts no text of a ticket into the page as HTML', async () => {
    const html = await readFile(join(folder, 'assets/sidebar.html'), 'utf8');
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
    expect(rules.get('default-src')).toBe("default-src 'none'");
    expect(rules.get('script-src')).toBe("script-src 'self' https://static.zdassets.com");
    const sources = await readdir('app', { recursive: true });
    for (const name of sources.filter((one) => /\.tsx?$/.test(one))) {
      const source = await readFile(join('app', name), 'utf8');
      expect(source, name).not.toMatch(
        /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/,
      );
    }
  });

  test('loads Zendesk’s SDK by its own address, and no script is written into the page', async () => {
    const html = await readFile(join(folder, 'assets/sidebar.html'), 'utf8');
    expect(html).toContain(
      '<script src="https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"></script>',
    );
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts).toHaveLength(2);
    expect(scripts.map(([, , content]) => content)).toEqual(['', '']);
    expect(scripts[1]?.[1]).toMatch(/src="\.\/sidebar-[\w-]+\.js"/);
  });

  test('holds the production build of React, even when built by a test run', async () => {
    expect(process.env.NODE_ENV).toBe('test');
    const assets = join(folder, 'assets');
    const script = (await readdir(assets)).find((name) => name.endsWith('.js')) ?? '';
    const source = await readFile(join(assets, script), 'utf8');
    expect(source).toContain('Minified React error');
    expect(source).not.toMatch(/jsxDEV|validateDOMNesting/);
  });

  test('is not built again while its sources stay as they are', async () => {
    const before = await readdir(join(folder, 'assets'));
    expect(await buildApp()).toBe(folder);
    expect(await readdir(join(folder, 'assets'))).toEqual(before);
  });
});
