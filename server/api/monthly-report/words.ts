import type { ReportLanguage } from './languages.ts';
import { GERMAN } from './words-de.ts';
import { ENGLISH } from './words-en.ts';

/** What the monthly report says in one language. */
export interface ReportWords {
  readonly title: (month: string) => string;
  readonly made: (time: string) => string;
  readonly onlySome: (filters: string) => string;
  readonly filters: Readonly<Record<'brand' | 'organization' | 'category' | 'channel' | 'policy', string>>;
  readonly nothing: string;
  readonly month: string;
  readonly promises: Readonly<
    Record<
      | 'heading'
      | 'caption'
      | 'promise'
      | 'onTime'
      | 'late'
      | 'overdue'
      | 'share'
      | 'previous'
      | 'history'
      | 'median'
      | 'p90'
      | 'limit',
      string
    >
  >;
  readonly duties: Readonly<Record<string, string>>;
  readonly ombudsman: string;
  readonly late: Readonly<Record<'caption' | 'reason' | 'count' | 'none' | 'nothing', string>>;
  readonly handlers: Readonly<Record<'caption' | 'handler', string>>;
  readonly causes: Readonly<
    Record<
      | 'heading'
      | 'caption'
      | 'cause'
      | 'count'
      | 'previous'
      | 'range'
      | 'signal'
      | 'above'
      | 'below'
      | 'unknown'
      | 'chart',
      string
    >
  >;
  readonly received: (count: number, previous: number) => string;
  readonly results: Readonly<
    Record<
      | 'heading'
      | 'caption'
      | 'figure'
      | 'value'
      | 'responses'
      | 'redress'
      | 'appeals'
      | 'referred'
      | 'lessons'
      | 'decision'
      | 'settled'
      | 'satisfied',
      string
    >
  >;
  readonly satisfied: (good: number, answers: number) => string;
  readonly actions: Readonly<
    Record<
      | 'heading'
      | 'caption'
      | 'cause'
      | 'what'
      | 'owner'
      | 'due'
      | 'done'
      | 'before'
      | 'after'
      | 'effect'
      | 'fell'
      | 'notFallen'
      | 'tooEarly'
      | 'open',
      string
    >
  >;
  readonly definitions: { readonly heading: string; readonly all: readonly (readonly [string, string])[] };
  /** "3 d 4 h", of seconds. */
  readonly duration: (seconds: number) => string;
}

const WORDS: Readonly<Record<ReportLanguage, ReportWords>> = { en: ENGLISH, de: GERMAN };

export const wordsIn = (language: ReportLanguage): ReportWords => WORDS[language];
