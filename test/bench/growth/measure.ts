import type { Figure } from '../figure.ts';
import { median, rangeOf } from '../median.ts';
import { pairs } from '../pairs.ts';
import type { Question, Setting } from './questions.ts';

/** Of a question at one size of the ledger. */
export interface Asked {
  readonly question: Omit<Question, 'ask'>;
  readonly size: number;
  readonly values: readonly number[];
  /** What it was compared with, in turn with it. */
  readonly beside?: { readonly value: number; readonly ratio: number };
}

/** Longer than this is asked once only. */
const ONCE_FROM_MS = 5_000;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Asks once to warm up, then so many times; what takes very long is asked no more than that once. */
export async function ask(
  question: Question,
  setting: Setting,
  { size, rounds }: { readonly size: number; readonly rounds: number },
): Promise<Asked> {
  const { beside } = question;
  const values: number[] = [];
  const once = async (): Promise<number> => {
    let rows: number | undefined;
    const ms = await elapsed(async () => {
      rows = await question.ask(setting);
    });
    values.push(rows === undefined ? ms : rows / (ms / 1_000));
    return ms;
  };
  if ((await once()) >= ONCE_FROM_MS) return { question, size, values };
  values.length = 0;
  if (beside) {
    const { theirs: value, ratio } = await pairs(rounds, once, () => elapsed(() => beside.ask(setting)));
    return { question, size, values, beside: { value, ratio } };
  }
  for (let round = 0; round < rounds; round += 1) await once();
  return { question, size, values };
}

/** A line for each question, of the largest ledger, with the curve over all. */
export function figuresOf(all: readonly Asked[]): Figure[] {
  const questions = [...new Set(all.map(({ question }) => question))];
  return questions.flatMap((question): Figure[] => {
    const asked = all.filter((one) => one.question === question);
    const last = asked.at(-1);
    if (!last) return [];
    const { name, unit, limit, note, beside } = question;
    return [
      {
        name,
        unit,
        ours: median(last.values),
        runs: last.values.length,
        range: rangeOf(last.values),
        curve: asked.map(({ size, values }) => ({ size, value: median(values) })),
        ...(limit ? { limit } : {}),
        ...(beside && last.beside
          ? { against: { name: beside.name, value: last.beside.value }, ratio: last.beside.ratio }
          : {}),
        ...(note ? { note } : {}),
      },
    ];
  });
}
