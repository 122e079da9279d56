import { actionsAnswer } from '../actions.ts';
import { causesAnswer } from '../causes.ts';
import type { FigureSetting } from '../figure-setting.ts';
import type { MonthQuery } from '../filters.ts';
import { promisesAnswer } from '../promises.ts';
import { type Formats, formatsIn } from './formats.ts';
import type { ReportLanguage } from './languages.ts';
import { type ReportWords, wordsIn } from './words.ts';

/** The figures of a month as the leads' page gets them. */
export async function reportData(query: MonthQuery, setting: FigureSetting) {
  const [promises, causes, actions] = await Promise.all([
    promisesAnswer(query, setting),
    causesAnswer(query, setting),
    actionsAnswer({ category: query.category }, setting),
  ]);
  return { promises, causes, actions: actions.actions };
}

export type ReportData = Awaited<ReturnType<typeof reportData>>;

/** The names of Zendesk users, as far as anybody knows them: the ledger holds none. */
export type NamesOf = (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>;

/** Whose names the report shows. */
export function peopleIn({ promises, actions }: ReportData): number[] {
  const handlers = (promises.handlers ?? []).map(({ assigneeId }) => assigneeId);
  return [...new Set([...handlers, ...actions.map(({ ownerId }) => ownerId)])];
}

/** What every section is written with. */
export interface Writing {
  readonly language: ReportLanguage;
  readonly words: ReportWords;
  readonly formats: Formats;
  /** A handler's name; the id where nobody knows it. */
  readonly nameOf: (userId: number) => string;
}

export function writingIn(language: ReportLanguage, names: ReadonlyMap<number, string>): Writing {
  const nameOf = (userId: number): string => names.get(userId) ?? String(userId);
  return { language, words: wordsIn(language), formats: formatsIn(language), nameOf };
}
