import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../scripts/build-app.ts';
import { checkZip } from '../../scripts/package/check.ts';
import { readContents } from '../../scripts/package/read-contents.ts';
import { readServiceDomain } from '../../scripts/package/service-domain.ts';
import { sizesText } from '../../scripts/package/sizes.ts';
import { zip } from '../../scripts/package/zip.ts';
import { packageApp } from '../../scripts/package-app.ts';
import { installApps } from '../sandbox/control/app-packages.ts';

let folder: string;
/** For what a test writes. */
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'complaint-clock-package-'));
  folder = await buildApp();
});
afterAll(() => rm(scratch, { recursive: true }));

/** Width and height of a PNG, from its header. */
async function sizeOf(file: string): Promise<number[]> {
  const png = await readFile(join(folder, file));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the Zendesk package', () => {
  test('holds manifest, translations, logos, the page and the licences of what it is built of, and nothing else', async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((name) => name.replace(/-[\w-]{8}\.js$/, '-HASH.js'))
      // Languages, and what the first look doesn't need.
      .map((name) => (/^assets\/(?!sidebar)[\w-]+\.js$/.test(name) ? 'assets/PART-HASH.js' : name));
    expect([...new Set(files)].sort()).toEqual([
      'assets/PART-HASH.js',
      'assets/icon_nav_bar.svg',
      'assets/logo-small.png',
      'assets/logo.png',
      'assets/sidebar-HASH.js',
      'assets/sidebar.html',
      'assets/third-party-licences.txt',
      'manifest.json',
      'translations/de.json',
      'translations/en.json',
      'translations/es.json',
      'translations/fr.json',
      'translations/nl.json',
    ]);
  });

  test('hands on the text of each licence that asks for it', async () => {
    const texts = await readFile(join(folder, 'assets/third-party-licences.txt'), 'utf8');
    for (const name of ['react-dom', 'styled-components', '@zendeskgarden/react-theming', 'zod'])
      expect(texts).toMatch(new RegExp(`^## ${name} - .*\\((MIT|Apache-2.0)\\)$`, 'm'));
  });

  test('has logos of the sizes that Zendesk asks for', async () => {
    expect(await sizeOf('assets/logo.png')).toEqual([320, 320]);
    expect(await sizeOf('assets/logo-small.png')).toEqual([128, 128]);
  });

  test('opens the team leads’ page of the service, signed by Zendesk, with an icon that takes Zendesk’s colour', async () => {
    const { location } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    expect(location.support.nav_bar).toEqual({ url: '{{setting.service_url}}/dashboard', signed: true });
    const icon = await readFile(join(folder, 'assets/icon_nav_bar.svg'), 'utf8');
    expect(icon).toContain('currentColor');
    expect(icon).not.toMatch(/<script|on\w+=|href/);
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
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const source = (await Promise.all(scripts.map((name) => readFile(join(assets, name), 'utf8')))).join(
      '\n',
    );
    expect(source).toContain('Minified React error');
    expect(source).not.toMatch(/jsxDEV|validateDOMNesting/);
  });

  test('is not built again while its sources stay as they are', async () => {
    const before = await readdir(join(folder, 'assets'));
    expect(await buildApp()).toBe(folder);
    expect(await readdir(join(folder, 'assets'))).toEqual(before);
  });
});

describe('the zip', () => {
  const unzipped = async (path: string) => unzipSync(new Uint8Array(await readFile(path)));
  const jsonIn = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

  test('is named by the version of package.json, which stands in its manifest', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    const { path } = await packageApp({ outDir: scratch });
    expect(path).toBe(join(scratch, `complaint-clock-${version}.zip`));
    const manifest = jsonIn((await unzipped(path))['manifest.json']);
    expect(manifest).toMatchObject({ version, domainWhitelist: ['complaint-clock.example.com'] });
    expect(jsonIn(await readFile('manifest.json'))).not.toHaveProperty('version');
  });

  test('holds what was built, byte for byte, and leaves nothing beside it', async () => {
    const outDir = join(scratch, 'whole');
    const { path, contents, bytes } = await packageApp({ outDir });
    const files = await unzipped(path);
    expect(Object.keys(files)).toEqual(contents.map(({ name }) => name));
    for (const [name, held] of Object.entries(files))
      expect(Buffer.compare(held, await readFile(join(folder, name)))).toBe(0);
    expect(bytes).toBe((await readFile(path)).length);
    expect(await readdir(outDir)).toEqual([path.slice(outDir.length + 1)]);
  });

  test('is the same bytes when everything is built anew, elsewhere and in another zone', async () => {
    const again = await buildApp({ outDir: join(scratch, 'again') });
    const zone = process.env.TZ;
    const [here, there] = [zip(await readContents(folder)), await readContents(again)];
    try {
      process.env.TZ = 'Pacific/Auckland';
      expect(Buffer.compare(here, zip(there))).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('names the host that it is made for, and nothing else in it differs', async () => {
    const { path } = await packageApp({
      outDir: join(scratch, 'domain'),
      serviceDomain: 'complaints.example.org',
    });
    const { 'manifest.json': manifest, ...rest } = await unzipped(path);
    expect(jsonIn(manifest)).toEqual({
      ...jsonIn(await readFile(join(folder, 'manifest.json'))),
      domainWhitelist: ['complaints.example.org'],
    });
    for (const [name, held] of Object.entries(rest))
      expect(Buffer.compare(held, await readFile(join(folder, name)))).toBe(0);
  });

  test.each([
    'https://clock.example.com',
    'clock.example.com/path',
    'clock.example.com:443',
    'localhost',
    '',
  ])('is not made for "%s", which is no host name', (given) => {
    expect(() => readServiceDomain(given)).toThrow('--service-domain');
  });

  test('ends with 1 and a reason on the command line, and with its place where it was made', async () => {
    const run = async (...args: string[]) => {
      const child = spawn(process.execPath, ['scripts/package-app.ts', ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
      const [code] = await once(child, 'close');
      return { code, text: Buffer.concat(said).toString() };
    };
    expect(await run('--service-domain', 'https://x.example/')).toEqual({
      code: 1,
      text: expect.stringContaining("takes the service's host name alone"),
    });
    expect(await run('--domain', 'x.example')).toMatchObject({ code: 1 });
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    const out = join(scratch, 'told');
    const made = await run('--service-domain', 'complaints.example.com', '--out', out);
    expect(made.code).toBe(0);
    expect(made.text).toMatch(/^in all .* kB gzip$/m);
    expect(made.text).toContain(`${join(out, `complaint-clock-${version}.zip`)}  `);
    expect(made.text).not.toContain('Without --service-domain');
  });

  const copy = async (name: string): Promise<string> => {
    const place = join(scratch, name);
    await cp(folder, place, { recursive: true });
    return place;
  };

  test.each([
    ['.env', (place: string) => writeFile(join(place, '.env'), 'SECRET=1')],
    ['assets/sidebar.js.map', (place: string) => writeFile(join(place, 'assets/sidebar.js.map'), '{}')],
    ['assets/link.js', (place: string) => symlink('/etc/hostname', join(place, 'assets/link.js'))],
    ['translations/notes.txt', (place: string) => writeFile(join(place, 'translations/notes.txt'), 'x')],
  ])('is not made with %s in it', async (stray, put) => {
    const place = await copy(`stray-${stray.replaceAll('/', '-')}`);
    await put(place);
    await expect(readContents(place)).rejects.toThrow(stray);
  });

  test('is not taken by the sandbox, nor kept here, where Zendesk would refuse it', async () => {
    const place = await copy('faulty');
    await rm(join(place, 'translations/en.json'));
    await cp(join(place, 'assets/logo-small.png'), join(place, 'assets/logo.png'));
    const path = join(scratch, 'faulty.zip');
    await writeFile(path, zip(await readContents(place)));
    for (const use of [() => checkZip(path), () => installApps([{ folder: path }])]) {
      expect(use).toThrow('translations/en.json');
      expect(use).toThrow('it must have 320×320');
    }
  });

  test('is told of with its sizes, raw and packed', async () => {
    const text = sizesText(await readContents(folder));
    expect(text).toMatch(/^assets\/logo\.png +\d+\.\d kB +\d+\.\d kB gzip$/m);
    const [, raw = '', packed = ''] = /^in all +([\d.]+) kB +([\d.]+) kB gzip$/m.exec(text) ?? [];
    expect(Number(packed)).toBeGreaterThan(0);
    expect(Number(packed)).toBeLessThan(Number(raw) / 2);
  });
});
