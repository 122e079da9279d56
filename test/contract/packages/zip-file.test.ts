import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkPackage, openPackage } from '../../sandbox/packages/index.ts';
import { PROBE, probePackage } from './probe-package.ts';

const probe = probePackage();

describe('a zip file', () => {
  type Entries = Parameters<typeof zipSync>[0];
  const pack = async (entries: Entries) => {
    const path = join(probe.folder, 'app.zip');
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
    const path = join(probe.folder, 'app.zip');
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
    const path = join(probe.folder, 'app.zip');
    await writeFile(path, text, 'latin1');
    expect(() => openPackage(path)).toThrow(/app\.zip cannot be read as an app package/);
  });
});
