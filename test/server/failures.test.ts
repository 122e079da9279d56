import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CoverageError } from '../../domain/calendar.ts';
import { localDate } from '../../domain/local-date.ts';
import { describeError } from '../../server/describe-error.ts';
import { afterFailure } from '../../server/jobs/backoff.ts';
import { FAILURE_ADVICE, failureAdvice } from '../../server/jobs/failure-advice.ts';
import { FAILURES, type FailureCode, failureCode } from '../../server/jobs/failure-classes.ts';
import { type Jobs, type Look, startJobs } from '../../server/jobs/index.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { createLog } from '../../server/log.ts';
import { ZendeskError, type ZendeskErrorCode } from '../../server/zendesk/errors.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { type MovableClock, movableClock } from './support/clock.ts';
import { testLog } from './support/log.ts';
import { heldLooks } from './support/looks.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const fresh = { attempts: 0, errorCode: null, gaveUpAt: null };
const middle = (): number => 0.5;

const zendesk = (code: ZendeskErrorCode, retryAfterMs?: number): ZendeskError =>
  new ZendeskError('in the test', {
    code,
    effect: 'none',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

/** The errors of a look that fails the same way again and again, as what becomes of each try. */
function series(
  error: unknown,
  tries: number,
  before: { attempts: number; errorCode: string | null } = fresh,
) {
  let state: Parameters<typeof afterFailure>[1] = { ...fresh, ...before };
  return Array.from({ length: tries }, () => {
    const failed = afterFailure(error, state, 1_000, middle);
    state = { attempts: state.attempts + 1, errorCode: failed.code, gaveUpAt: failed.gaveUpAt };
    return failed;
  });
}

const marks = (error: unknown, tries: number): number =>
  series(error, tries).findIndex(({ gaveUpAt }) => gaveUpAt !== null) + 1;

describe('what becomes of a failure', () => {
  it.each<[ZendeskErrorCode, string, number]>([
    ['forbidden', 'give_up', 2],
    ['invalid', 'give_up', 2],
    ['not_found', 'give_up', 2],
    ['malformed', 'give_up', 5],
    ['rate_limited', 'retry', 12],
    ['unavailable', 'retry', 12],
    ['timed_out', 'read_again', 12],
    ['lost', 'read_again', 12],
    ['conflict', 'plan_again', 12],
    ['unauthorized', 'outage', 0],
  ])('%s: %s, shown to a person after %i tries', (code, expected, tries) => {
    expect(series(zendesk(code), 1)[0]).toMatchObject({ code, class: expected });
    expect(marks(zendesk(code), 40)).toBe(tries);
  });

  it('tries what was given up again every six hours, and what may pass every ten minutes', () => {
    expect(series(zendesk('invalid'), 2).map(({ waitMs }) => waitMs)).toEqual([2_000, 6 * HOUR]);
    expect(series(zendesk('unavailable'), 13).at(-1)).toMatchObject({ waitMs: 10 * MINUTE, gaveUpAt: 1_000 });
  });

  it('never waits less than Zendesk asks for', () => {
    expect(series(zendesk('rate_limited', 93_000), 1)[0]).toMatchObject({ waitMs: 93_000 });
  });

  it('does not hold an outage against the ticket', () => {
    const [failed] = series(zendesk('forbidden'), 1, { attempts: 9, errorCode: 'unavailable' });
    expect(failed).toMatchObject({ gaveUpAt: null });
  });

  it('keeps a mark until a look succeeds, whatever else fails', () => {
    const marked = { attempts: 2, errorCode: 'forbidden', gaveUpAt: 7 };
    expect(afterFailure(zendesk('unavailable'), marked, 1_000)).toMatchObject({ gaveUpAt: 7 });
  });

  it('tells what is wrong with the database from faults of the program', () => {
    const coded = (code: string) => Object.assign(new Error('x'), { code });
    const told: [unknown, FailureCode][] = [
      [coded('57P01'), 'database'],
      [coded('53100'), 'database'],
      [coded('40P01'), 'database'],
      [coded('ECONNREFUSED'), 'database'],
      [new Error('Connection terminated unexpectedly'), 'database'],
      [coded('23505'), 'internal'],
      [new TypeError('x is not a function'), 'internal'],
      ['a text', 'internal'],
    ];
    for (const [error, code] of told) expect(failureCode(error)).toBe(code);
  });

  it('says that a calendar ends, and where', () => {
    const data = {
      zone: 'UTC',
      week: [],
      off: [],
      from: localDate('2026-01-01'),
      until: localDate('2027-12-31'),
    };
    const error = new CoverageError(localDate('2028-01-03'), data);
    expect(failureCode(error)).toBe('calendar_coverage');
    expect(marks(error, 10)).toBe(5);
    expect(describeError(error)).toContain('2028-01-03 lies outside the calendar');
  });

  it('says what a person must do, in both languages, for each', () => {
    for (const code of Object.keys(FAILURES)) {
      const { en, de } = failureAdvice(code);
      expect(en.length).toBeGreaterThan(40);
      expect(de.length).toBeGreaterThan(40);
      expect(en).not.toBe(de);
    }
    expect(failureAdvice('from a newer version')).toBe(FAILURE_ADVICE.internal);
  });
});

describe('a look that fails', () => {
  let database: TestDatabase;
  let ledger: Ledger;
  let clock: MovableClock;
  let jobs: Jobs | undefined;

  beforeEach(async () => {
    database = await testDatabase();
    ledger = await openLedger({ databaseUrl: database.url, onError: () => {} });
    clock = movableClock();
  });
  afterEach(async () => {
    await jobs?.stop(1_000);
    await ledger.close();
    await database.drop();
  });

  const start = async (look: Look, log = testLog().log, concurrency = 2): Promise<void> => {
    jobs = await startJobs({ databaseUrl: database.url, ledger, clock, look, log, concurrency, quietMs: 0 });
  };
  const attempts = async (): Promise<number> => (await ledger.readWake(104))?.attempts ?? 0;
  const advance = (ms: number): void => {
    clock.advance(ms);
    jobs?.poke();
  };

  it('and that only a person can help is listed, tried again when woken and after six hours, and then forgotten', async () => {
    const told = testLog();
    let broken = true;
    let looked = 0;
    await start(async () => {
      looked += 1;
      if (broken) throw zendesk('invalid');
      return { nextLookAt: undefined, save: async () => {} };
    }, told.log);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await expect.poll(attempts).toBe(1);
    expect(await ledger.failedLooks()).toEqual([]);
    advance(3_000);
    await expect.poll(attempts).toBe(2);
    const since = clock.now();
    expect(await ledger.failedLooks()).toEqual([
      {
        ticketId: 104,
        code: 'invalid',
        message: 'ZendeskError (invalid): in the test',
        since,
        attempts: 2,
        nextTryAt: since + 6 * HOUR,
      },
    ]);
    expect(told.text()).toContain('a person must help');
    clock.advance(MINUTE);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await expect.poll(() => looked).toBe(3);
    await expect.poll(attempts).toBe(3);
    expect(await ledger.failedLooks()).toMatchObject([{ since, nextTryAt: clock.now() + 6 * HOUR }]);
    broken = false;
    advance(6 * HOUR);
    await expect.poll(() => ledger.failedLooks()).toEqual([]);
    expect(await attempts()).toBe(0);
  });

  it('while somebody changes the ticket does not wait six hours for it', async () => {
    const looks = heldLooks();
    await start(looks.look);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await expect.poll(() => looks.open.length).toBe(1);
    looks.open[0]?.fail(zendesk('forbidden'));
    await expect.poll(attempts).toBe(1);
    advance(3_000);
    await expect.poll(() => looks.open.length).toBe(1);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    looks.open[0]?.fail(zendesk('forbidden'));
    await expect.poll(attempts).toBe(2);
    const [failed] = await ledger.failedLooks();
    expect(failed?.nextTryAt).toBeLessThan(clock.now() + MINUTE);
  });

  it('never has those that may wait take every worker', async () => {
    const looks = heldLooks();
    await start(looks.look);
    const many = Array.from({ length: 20 }, (_, index) => index + 1);
    await ledger.wake(many.map((ticketId) => ({ ticketId, at: clock.now(), background: true })));
    await expect.poll(() => looks.open.length).toBe(1);
    await ledger.wake([{ ticketId: 104, at: clock.now() }]);
    await expect.poll(() => looks.open.map(({ request }) => request.ticketId)).toContain(104);
    for (const held of [...looks.open]) held.release();
    for (const _ of many) {
      await expect.poll(() => looks.open.length + Number(looks.begun.length === 21)).toBeGreaterThan(0);
      looks.open[0]?.release();
    }
    await expect.poll(() => ledger.dueWakes(clock.now(), 100)).toEqual([]);
    expect(looks.begun).toHaveLength(21);
  });

  it('says in each line of its log which ticket and which webhook it was about', async () => {
    const lines: string[] = [];
    const log = createLog('trace', { write: (line) => void lines.push(line) });
    await start(async () => {
      log.info('from deep within');
      throw zendesk('invalid');
    }, log);
    await ledger.wake([{ ticketId: 104, at: clock.now(), correlation: '01INVOCATION' }]);
    await expect.poll(attempts).toBe(1);
    const told = lines.map((line) => JSON.parse(line));
    const ofLook = told.filter(({ msg }) => /look failed|from deep within/.test(msg));
    expect(ofLook).toHaveLength(2);
    for (const line of ofLook) expect(line).toMatchObject({ ticketId: 104, correlation: '01INVOCATION' });
  });
});
