import { isLocalDate, localDateAt } from '../../../domain/local-date.ts';
import type { When } from '../../ui/when.ts';
import type { Format } from '../format.ts';
import type { BoardKey, BoardLanguage } from '../language.ts';
import type { AccountNames } from '../names/account-names.ts';
import type { NameOf } from '../names/use-names.ts';
import { flagText, outcomeText, stageText, stepText } from '../names/words.ts';
import type { Narrowing } from '../route/route.ts';

export interface NarrowingWords {
  readonly language: BoardLanguage;
  readonly when: When;
  readonly owner: NameOf;
  readonly account: AccountNames;
  readonly zone: string;
  readonly format: Format;
}

type Text = (value: string, words: NarrowingWords) => string;

const named =
  (yes: BoardKey, no: BoardKey = yes): Text =>
  (value, { language }) =>
    language.say(value === 'true' ? yes : no);

const dated =
  (key: BoardKey): Text =>
  (value, { language, when, zone }) => {
    const at = Date.parse(value);
    const day = isLocalDate(value) ? value : Number.isNaN(at) ? undefined : localDateAt(at, zone);
    return language.say(key, { day: day ? when.day(day) : value });
  };

/** One value of a list in words. */
const each =
  (key: BoardKey, of: (one: string, words: NarrowingWords) => string): Text =>
  (value, words) =>
    words.language.say(key, { what: of(value, words) });

const TEXTS: Readonly<Record<Narrowing, Text>> = {
  open: named('narrow.open', 'narrow.closed'),
  overdue: named('figures.overdue', 'narrow.notOverdue'),
  due_from: dated('narrow.dueFrom'),
  due_to: dated('narrow.dueTo'),
  received_from: dated('narrow.receivedFrom'),
  // The first instant that is not meant any more.
  received_to: (value, words) =>
    dated('narrow.receivedTo')(new Date(Date.parse(value) - 1).toISOString(), words),
  stage: each('narrow.stage', (one, { language }) => stageText(one, language.say)),
  outcome: each('narrow.outcome', (one, { language }) => outcomeText(one, language.say)),
  rating: each('narrow.rating', (one, { language }) =>
    language.say(one === 'good' ? 'narrow.good' : one === 'bad' ? 'narrow.bad' : 'outcomes.unanswered'),
  ),
  assignee: each('narrow.owner', (one, { owner }) => owner(Number(one))),
  no_owner: named('figures.noOwner', 'narrow.hasOwner'),
  by_post: named('figures.byPost', 'narrow.notByPost'),
  needs_person: named('figures.needsPerson', 'narrow.needsNobody'),
  not_sent: named('figures.notSent'),
  flags: each('narrow.flags', (one, { language }) => flagText(one, language.say)),
  marks: each('narrow.marks', (one) => one.replaceAll('_', ' ')),
  duty: each('narrow.step', (one, { language }) => stepText(one, language)),
  promise: each('narrow.promise', (one, { language }) => stepText(one, language)),
  late: each('narrow.late', (one, { language }) =>
    one === 'any' ? language.say('narrow.anyPromise') : stepText(one, language),
  ),
  delay: each('narrow.delay', (one, { language, account }) =>
    one === 'none' ? language.say('promises.noReason') : account.option('delay_reason', one),
  ),
  due_month: (value, { language, format }) => language.say('narrow.dueMonth', { month: format.month(value) }),
  tickets: (value, { language }) => language.say('narrow.tickets', { n: value.split(',').length }),
};

/** What the register is narrowed to, as a few words; of a list one value. */
export function narrowingText(name: Narrowing, value: string, words: NarrowingWords): string {
  return TEXTS[name](value, words);
}
