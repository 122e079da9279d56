import { mkdir } from 'node:fs/promises';
import { atRest } from '../../app/support/at-rest.ts';
import { type Desks, startDesks } from '../../app/support/states/desks.ts';
import { type Desk, states } from '../../app/support/states/index.ts';
import type { Code } from '../../app/support/words.ts';
import type { PictureOptions, Scheme } from './options.ts';

/** Higher than any state: what lies below the window's end would be missing from the picture. */
const VIEWPORT = { width: 1440, height: 2000 };

const fileName = (name: string): string => name.replaceAll(/[^a-z]+/gi, '-').toLowerCase();

function meant(only: readonly string[]): string[] {
  const names = Object.keys(states);
  return only.length === 0
    ? names
    : names.filter((name) => only.some((part) => fileName(name).includes(part)));
}

async function take({ page, sidebar }: Desk, scheme: Scheme, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await atRest(sidebar);
  await page.locator('iframe[title="Complaint Clock"]').screenshot({ path });
  process.stdout.write(`${path}\n`);
}

/** Answers what went wrong; the others are taken all the same. */
async function takeState(desks: Desks, name: string, code: Code, options: PictureOptions): Promise<string[]> {
  const pathIn = (scheme: Scheme): string =>
    `${options.folder}/states/${code}/${fileName(name)}-${scheme}.png`;
  try {
    const desk = await desks.open(name, code);
    await desk.page.setViewportSize(VIEWPORT);
    for (const scheme of options.schemes) await take(desk, scheme, pathIn(scheme));
    return [];
  } catch (error) {
    return [`${code}, ${name}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Every state of the sidebar, in every language and both colour schemes. @throws Error naming the states that could not be reached */
export async function takeStates(options: PictureOptions): Promise<void> {
  const desks = await startDesks(states);
  const failures: string[] = [];
  try {
    for (const code of options.codes) {
      await mkdir(`${options.folder}/states/${code}`, { recursive: true });
      for (const name of meant(options.only)) failures.push(...(await takeState(desks, name, code, options)));
    }
  } finally {
    await desks.stop();
  }
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
}
