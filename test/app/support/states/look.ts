import { afterAll, beforeAll, expect, test } from 'vitest';
import { atRest } from '../at-rest.ts';
import { violationsIn } from '../axe.ts';
import { overflowing } from '../overflow.ts';
import { CODES, type Code } from '../words.ts';
import { type Desks, type States, startDesks } from './desks.ts';
import type { Desk, State } from './state.ts';

/** What is looked for in one language, besides what is cut off. */
interface Look {
  readonly code: Code;
  readonly texts: readonly (string | RegExp)[];
  readonly withAxe: boolean;
}

/** English in light colours and German in dark ones are read word by word, and looked at by axe. */
const DARK: readonly Code[] = ['de'];

/** One of these is looked at in each state, in turn: test/app/text-widths.test.ts measures every text of all of them. */
const OTHERS = CODES.filter((code) => code !== 'en' && code !== 'de');

function looksAt({ english, german }: State, index: number): Look[] {
  const other = OTHERS[index % OTHERS.length];
  return [
    { code: 'en', texts: english, withAxe: true },
    { code: 'de', texts: german, withAxe: true },
    ...(other ? [{ code: other, texts: [], withAxe: false }] : []),
  ];
}

async function faultsIn({ sidebar }: Desk, { code, texts, withAxe }: Look): Promise<string[]> {
  for (const text of texts) await sidebar.getByText(text).first().waitFor();
  await atRest(sidebar);
  const language = String(await sidebar.evaluate('document.documentElement.lang'));
  const [cut, found] = [await overflowing(sidebar), withAxe ? await violationsIn(sidebar) : []];
  return [...(language === code ? [] : [`the page is in ${language}`]), ...cut, ...found];
}

async function look(desks: Desks, name: string, one: Look): Promise<string[]> {
  // All languages are looked at to their end, so that none is still at it when the next state comes.
  const faults = await desks
    .open(name, one.code)
    .then((desk) => faultsIn(desk, one))
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  return faults.map((fault) => `${one.code}: ${fault}`);
}

async function lookAll(desks: Desks, name: string, state: State, index: number): Promise<string[]> {
  const looks = looksAt(state, index);
  // Somebody in particular has one language at a time.
  if (!state.agent) return (await Promise.all(looks.map((one) => look(desks, name, one)))).flat();
  const faults: string[] = [];
  for (const one of looks) faults.push(...(await look(desks, name, one)));
  return faults;
}

/** A test for each state. Answers the desks, which are there once the tests run. */
export function testStates(states: States): () => Desks {
  let desks: Desks;
  beforeAll(async () => {
    desks = await startDesks(states, { dark: DARK, ownBrowser: false });
  });
  afterAll(() => desks.stop());
  test.each(
    Object.entries(states).map(([name, state], index) => ({ name, state, index })),
  )('$name: says so in English and German, nothing is cut off, in another language neither, axe finds nothing', async ({
    name,
    state,
    index,
  }) => expect(await lookAll(desks, name, state, index)).toEqual([]));
  return () => desks;
}
