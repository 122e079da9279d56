import { mkdir } from 'node:fs/promises';
import { atRest } from '../../app/support/at-rest.ts';
import { overflowing } from '../../app/support/overflow.ts';
import { type Desks, startDesks } from '../../app/support/states/desks.ts';
import { type Desk, type State, states } from '../../app/support/states/index.ts';
import type { Code } from '../../app/support/words.ts';
import type { PictureOptions, Scheme } from './options.ts';

/** Higher than any state: what lies below the window's end would be missing from the picture. */
const VIEWPORT = { width: 1440, height: 2000 };

/** The workspace's own notifications lie over the top of the sidebar for a while. */
const WITHOUT_TOASTS = '[data-garden-id^="notifications."] { visibility: hidden !important; }';

const fileName = (name: string): string => name.replaceAll(/[^a-z]+/gi, '-').toLowerCase();

function meant(only: readonly string[]): [string, State][] {
  return Object.entries(states).filter(
    ([name]) => only.length === 0 || only.some((part) => fileName(name).includes(part)),
  );
}

async function take({ page, sidebar }: Desk, scheme: Scheme, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await atRest(sidebar);
  await page.locator('aside iframe[title="Complaint Clock"]').screenshot({ path, style: WITHOUT_TOASTS });
  process.stdout.write(`${path}\n`);
}

interface Taken {
  readonly name: string;
  readonly code: Code;
  readonly options: PictureOptions;
}

/** Answers what is cut off, or why the state could not be reached. */
async function takeState(desks: Desks, { name, code, options }: Taken): Promise<string[]> {
  const said = (fault: string): string => `${code}, ${name}: ${fault}`;
  try {
    const desk = await desks.open(name, code);
    await desk.page.setViewportSize(VIEWPORT);
    // Nothing looks as if it were pointed at.
    await desk.page.mouse.move(0, 0);
    await atRest(desk.sidebar);
    const faults = await overflowing(desk.sidebar);
    for (const scheme of options.schemes)
      await take(desk, scheme, `${options.folder}/states/${code}/${fileName(name)}-${scheme}.png`);
    return faults.map(said);
  } catch (error) {
    return [said(error instanceof Error ? error.message : String(error))];
  }
}

async function takeLanguages(
  desks: Desks,
  [name, { agent }]: [string, State],
  options: PictureOptions,
): Promise<string[]> {
  const one = (code: Code): Promise<string[]> => takeState(desks, { name, code, options });
  if (!agent) return (await Promise.all(options.codes.map(one))).flat();
  // Somebody in particular has one language at a time.
  const faults: string[] = [];
  for (const code of options.codes) faults.push(...(await one(code)));
  return faults;
}

/**
 * Every state of the sidebar, in every language and both colour schemes. Answers a line for all that is cut off or
 * over two lines at the width of 320 px, and for each state that could not be reached.
 */
export async function takeStates(options: PictureOptions): Promise<string[]> {
  for (const code of options.codes) await mkdir(`${options.folder}/states/${code}`, { recursive: true });
  const desks = await startDesks(states);
  const faults: string[] = [];
  try {
    for (const state of meant(options.only)) faults.push(...(await takeLanguages(desks, state, options)));
  } finally {
    await desks.stop();
  }
  return faults;
}
