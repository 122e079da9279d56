import type { Labels, OptionField } from '../../labels.ts';
import type { NameKind, Names } from '../../names/names.ts';
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

/** Whose names the report shows. */
export function peopleIn({ promises, actions }: ReportData): number[] {
  const handlers = (promises.handlers ?? []).map(({ assigneeId }) => assigneeId);
  return [...new Set([...handlers, ...actions.map(({ ownerId }) => ownerId)])];
}

export type NamesByKind = Readonly<Record<NameKind, ReadonlyMap<number, string>>>;

/** The names of all that the report names by an id, as far as they can be had. */
export async function namesIn(data: ReportData, asked: MonthQuery, names: Names): Promise<NamesByKind> {
  const [user, brand, organization] = await Promise.all([
    names.of('user', peopleIn(data)),
    names.of('brand', asked.brand ?? []),
    names.of('organization', asked.organization ?? []),
  ]);
  return { user, brand, organization };
}

/** What every section is written with. */
export interface Writing {
  readonly language: ReportLanguage;
  readonly words: ReportWords;
  readonly formats: Formats;
  /** What an option is called. */
  readonly labelOf: (field: OptionField, name: string) => string;
  /** The name of a person, brand or site; the id where nobody knows it. */
  readonly nameOf: (kind: NameKind, id: number) => string;
}

export interface WritingParts {
  readonly labels: Labels;
  readonly names: NamesByKind;
}

export function writingIn(language: ReportLanguage, { labels, names }: WritingParts): Writing {
  return {
    language,
    words: wordsIn(language),
    formats: formatsIn(language),
    labelOf: (field, name) => labels.of(field, name, language),
    nameOf: (kind, id) => names[kind].get(id) ?? String(id),
  };
}
