import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

/** The folder of an app package in which nothing is wrong. */
export const PROBE = fileURLToPath(new URL('../../sandbox/fixtures/probe-app', import.meta.url));

/** A copy of it for each test of the file, to be spoilt; its path is read anew each time. */
export function probePackage(): { readonly folder: string } {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'package-'));
    await cp(PROBE, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));
  return {
    get folder(): string {
      return folder;
    },
  };
}

/** A change of the package in a folder. */
export type Change = (folder: string) => Promise<unknown>;

type Json = Record<string, unknown>;

async function edit(path: string, change: (value: Json) => Json): Promise<void> {
  const value: Json = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(change(value)));
}

/** Sets these parts of the manifest. */
export const manifest =
  (part: Json): Change =>
  (folder) =>
    edit(join(folder, 'manifest.json'), (it) => ({ ...it, ...part }));

/** Puts this in place of the English words of the app. */
export const english =
  (app: Json): Change =>
  (folder) =>
    edit(join(folder, 'translations/en.json'), () => ({ app }));

/** Writes a file, in place of another or new. */
export const file =
  (name: string, text: string | Uint8Array): Change =>
  (folder) =>
    writeFile(join(folder, name), text);

/** Makes this the only place in which the app is shown. */
export const support = (place: unknown, name = 'ticket_sidebar'): Change =>
  manifest({ location: { support: { [name]: place } } });

/** Makes these the parameters of the app. */
export const parameters = (...list: unknown[]): Change => manifest({ parameters: list });

/** Makes this its only parameter, a text unless told otherwise. */
export const oneParameter = (parameter: Json): Change =>
  parameters({ name: 'greeting', type: 'text', ...parameter });
