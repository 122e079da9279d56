import { causesAnswer } from '../../../server/api/causes.ts';
import { exportRegister } from '../../../server/api/export.ts';
import type { FigureSetting } from '../../../server/api/figure-setting.ts';
import { type MonthQuery, monthQuery } from '../../../server/api/filters.ts';
import { reportPage } from '../../../server/api/monthly-report/report-page.ts';
import { overviewAnswer } from '../../../server/api/overview.ts';
import { promisesAnswer } from '../../../server/api/promises.ts';
import { exportQuery, registerAnswer, registerQuery } from '../../../server/api/register.ts';
import type { Ledger } from '../../../server/ledger/index.ts';
import { TRUTHS } from '../../support/history/truths.ts';
import type { Figure } from '../figure.ts';

/** What the service answers from, with the whole ledger. */
export interface Setting extends FigureSetting {
  readonly ledger: Ledger;
}

/** Something that people or the service ask the ledger. */
export interface Question {
  readonly name: string;
  /** Answers how many rows it took, where a rate is shown; else its time counts. */
  ask(setting: Setting): Promise<number | undefined>;
  readonly unit: 'ms' | 'rows/s' | 'MB';
  /** Asked in turn with it, to compare. */
  readonly beside?: { readonly name: string; ask(setting: Setting): Promise<unknown> };
  readonly limit?: Figure['limit'];
  readonly note?: string;
}

type Asked = (setting: Setting) => Promise<unknown>;

const AT_ONCE = 500;

function timed(name: string, asked: Asked): Question {
  return {
    name,
    unit: 'ms',
    ask: async (setting) => {
      await asked(setting);
      return undefined;
    },
  };
}

const month = (query: Record<string, string>): MonthQuery =>
  monthQuery.parse({ month: TRUTHS.lastFullMonth, ...query });

function pages(name: string, query: Record<string, string>): Question[] {
  const asked = month(query);
  const { month: _, ...now } = asked;
  return [
    timed(`overview${name}`, (setting) => overviewAnswer(now, setting)),
    timed(`promises${name}`, (setting) => promisesAnswer(asked, setting)),
    timed(`causes${name}`, (setting) => causesAnswer(asked, setting)),
  ];
}

function register(name: string, query: Record<string, string>): Question {
  const asked = registerQuery.parse(query);
  return timed(`register, ${name}`, ({ ledger, now }) => registerAnswer(ledger, asked, now));
}

async function exported({ ledger, now }: Setting): Promise<number> {
  let lines = 0;
  for await (const piece of exportRegister(ledger, exportQuery.parse({}), { now }))
    lines += piece.split('\n').length - 1;
  return lines;
}

/** What the tick asks each time: which wakes are due, and when the next one is. */
const tick: Question = {
  ...timed('tick query', async ({ ledger, now }) => {
    await ledger.dueWakes(now, AT_ONCE, AT_ONCE);
    await ledger.nextWakeAt(now);
  }),
  limit: { is: 'at most', value: 5, of: 'ours' },
  // What any two queries cost here: on a busy machine mostly the waiting for their turn.
  beside: {
    name: 'two look-ups of one row',
    ask: async ({ ledger }) => {
      await ledger.readWake(1);
      await ledger.readWake(2);
    },
  },
  note: 'two queries: what is due, and when the next wake is; the look-ups show how much of it is waiting for a turn',
};

export const QUESTIONS: readonly Question[] = [
  tick,
  register('first page', {}),
  register('overdue', { overdue: 'true' }),
  register('of a site, newest first', { organization: '407', sort: 'received', order: 'desc' }),
  register('search by ticket', { tickets: '1007' }),
  ...pages('', {}),
  ...pages(' of a brand', { brand: '31' }),
  ...pages(' of a site', { organization: '407' }),
  timed('report of a month', (setting) => reportPage({ month: month({}).month, language: 'en' }, setting)),
  { name: 'export of the whole register', unit: 'rows/s', ask: exported },
];
