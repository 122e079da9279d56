import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchOptions, Section } from './figure.ts';
import { writePlots } from './plot/index.ts';
import { type Measured, writeResults } from './results.ts';
import { table } from './table.ts';

/** In the order in which they run; each is loaded when it is its turn, so that none measures another's modules. */
const SECTIONS: Readonly<Record<string, () => Promise<{ readonly section: Section }>>> = {
  deadlines: () => import('./deadlines/section.ts'),
  intake: () => import('./intake/section.ts'),
  zendesk: () => import('./zendesk/section.ts'),
  app: () => import('./app/section.ts'),
  growth: () => import('./growth/section.ts'),
};

const FOLDER = join(import.meta.dirname, '../../docs/bench');
const USAGE = `npm run bench -- [--quick] [--only ${Object.keys(SECTIONS).join(',')}] [--sizes 10000,100000]`;

interface Wanted {
  readonly names: readonly string[];
  readonly options: BenchOptions;
  /** Neither quick, nor a part, nor with other sizes: only such a run is written down. */
  readonly whole: boolean;
}

function numbersIn(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (numbers.every((one) => Number.isInteger(one) && one > 0)) return numbers;
  throw new Error(`"${text}" are no sizes: write whole numbers with commas between them\n${USAGE}`);
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, sizes: { type: 'string' } },
  });
  const { quick = false, only, sizes } = values;
  const names = only?.split(',') ?? Object.keys(SECTIONS);
  const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown.length > 0) throw new Error(`no section is called "${unknown.join('", "')}"\n${USAGE}`);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const options = { quick, say, ...(sizes === undefined ? {} : { sizes: numbersIn(sizes) }) };
  return { names, options, whole: !quick && only === undefined && sizes === undefined };
}

/** Runs one section and prints its table; undefined where something broke in it. */
async function measured(name: string, options: BenchOptions): Promise<Measured | undefined> {
  const begun = performance.now();
  try {
    const loaded = await SECTIONS[name]?.();
    if (!loaded) return undefined;
    const { title } = loaded.section;
    const figures = await loaded.section.run(options);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    process.stdout.write(`${table(`${title} (${seconds} s)`, figures)}\n`);
    return { name, title, figures };
  } catch (error) {
    options.say(`${name} broke: ${error instanceof Error ? error.stack : String(error)}`);
    return undefined;
  }
}

const { names, options, whole } = wanted();
const sections: Measured[] = [];
for (const name of names) {
  const one = await measured(name, options);
  if (one) sections.push(one);
}
if (sections.length < names.length) process.exitCode = 1;
else if (whole) {
  await writeResults(FOLDER, sections);
  await writePlots(FOLDER, sections);
  options.say('written to docs/bench');
}
