import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadlines as command } from '../../../server/cli/deadlines-command.ts';
import { type Ran, runProgram } from '../../support/process.ts';
import { altered, folderWith, GOOD } from '../policies/support/texts.ts';
import { run } from './support/run.ts';

const RECEIVED = ['--event', 'received=2026-04-01T15:00+01:00'];
const ASK4 = ['--policy', 'ask4', ...RECEIVED];

const deadlines = (...args: string[]): Promise<Ran> => run(command, args);

async function small(text = GOOD): Promise<string> {
  return join(await folderWith({ 'small.yaml': text }), 'small.yaml');
}

describe('bad input is refused with the fix, exit code 2 and nothing on stdout', () => {
  const event = (...texts: string[]): string[] => texts.flatMap((text) => ['--event', text]);

  it.each([
    ['no policy', RECEIVED, /Say by which policy: --policy ask4/],
    [
      'an unknown policy',
      ['--policy', 'ask', ...RECEIVED],
      /there is no such policy\. Did you mean ask4\? There are .*ask4.*give a file/,
    ],
    [
      'a policy file that is not there',
      ['--policy', 'nowhere.yaml', ...RECEIVED],
      /no such file: check the path/,
    ],
    ['no receipt', ['--policy', 'ask4'], /Say when the complaint was received: --event received=/],
    [
      'an unknown event',
      [...ASK4, ...event('acknowleged=2026-04-02T10:00Z')],
      /"acknowleged" is no event: did you mean "acknowledged"\?/,
    ],
    ['an event without a time', [...ASK4, ...event('updated')], /say when, e\.g\. --event updated=2026-/],
    [
      'a time that is none',
      [...ASK4, ...event('updated=tomorrow')],
      /"tomorrow" is no time: write it as 2026-04-01T15:00\+01:00/,
    ],
    [
      'a day that does not exist',
      [...ASK4, ...event('updated=2026-02-30T10:00Z')],
      /there is no day 2026-02-30: check month and day/,
    ],
    [
      'an hour that does not exist',
      [...ASK4, ...event('updated=2026-04-02T25:00Z')],
      /no time of day 25:00: write 00:00 to 23:59/,
    ],
    [
      '24:00',
      [...ASK4, ...event('updated=2026-04-02T24:00Z')],
      /no time of day 24:00: write 2026-04-03T00:00/,
    ],
    [
      'an offset that is none',
      [...ASK4, ...event('updated=2026-04-02T10:00+25:00')],
      /is no time: write it as/,
    ],
    [
      'a local time that comes twice',
      ['--policy', 'ask4', ...event('received=2026-10-25T01:30')],
      /show 2026-10-25 01:30 twice: write 2026-10-25T01:30\+01:00 or 2026-10-25T01:30\+00:00/,
    ],
    [
      'a local time that is skipped',
      ['--policy', 'ask4', ...event('received=2026-03-29T01:30')],
      /skip 2026-03-29 01:30: write 2026-03-29T00:30\+00:00 or 2026-03-29T02:30\+01:00/,
    ],
    [
      'a date alone where hours are counted',
      ['--policy', 'ask4', ...event('received=2026-04-01')],
      /a date alone is not enough for "ask4\.acknowledgement": say the time of day too/,
    ],
    [
      'a date alone beside a time of that day',
      [...ASK4, ...event('acknowledged=2026-04-02T10:00', 'updated=2026-04-02')],
      /acknowledged is on the same day, so their order is not clear/,
    ],
    [
      'an acknowledgement before the receipt',
      [...ASK4, ...event('acknowledged=2026-03-31T10:00Z')],
      /acknowledged at 2026-03-31 11:00 can't be: it lies before the receipt/,
    ],
    [
      'two receipts',
      [...ASK4, ...event('received=2026-04-02T10:00Z')],
      /was received already: a new complaint is a new case/,
    ],
    [
      'an appeal without a response',
      [...ASK4, ...event('appealed=2026-04-02T10:00Z')],
      /no formal response went out before it: add responded=/,
    ],
    [
      'an answer to no appeal',
      [...ASK4, ...event('appeal_responded=2026-04-02T10:00Z')],
      /no appeal came in before it: add appealed=/,
    ],
    [
      'a decision without a referral',
      [...ASK4, ...event('decided=2026-04-02T10:00Z')],
      /not taken to the ombudsman before it: add referred=/,
    ],
    [
      'a reopening of what is open',
      [...ASK4, ...event('reopened=2026-04-02T10:00Z')],
      /was not closed before it: add closed=/,
    ],
    [
      'an update after the withdrawal',
      [...ASK4, ...event('withdrawn=2026-04-02T10:00Z', 'updated=2026-04-02T11:00Z')],
      /the case had ended before/,
    ],
    [
      'an event after --now',
      [...ASK4, '--now', '2026-03-31T10:00Z'],
      /lies after --now 2026-03-31T10:00Z: what has not happened yet can't count/,
    ],
    [
      'first made after the receipt',
      [...ASK4, ...event('first_made=2026-04-02T10:00Z')],
      /this lies after the receipt: give the earlier time/,
    ],
    [
      'first made twice',
      [...ASK4, ...event('first_made=2026-03-02T10:00Z', 'first_made=2026-03-03T10:00Z')],
      /first made once: take one out/,
    ],
    [
      'a receipt beyond the calendar',
      ['--policy', 'ask4', ...event('received=2150-01-04T10:00Z')],
      /public holidays are known from 1990-01-01 to 20\d\d-12-31 only: give a time in between/,
    ],
    [
      'a receipt before the calendar',
      ['--policy', 'ask4', ...event('received=1950-01-04T10:00Z')],
      /known from 1990-01-01/,
    ],
    [
      'an unknown flag',
      [...ASK4, '--flag', 'data_protecton'],
      /has no such flag: did you mean "data_protection"\?/,
    ],
    ['an unknown channel', [...ASK4, '--channel', 'fax'], /has no such channel: use one of form, email/],
    [
      'a flag twice',
      [...ASK4, '--flag', 'data_protection', '--flag', 'data_protection'],
      /--flag data_protection is there twice/,
    ],
    ['an option twice', [...ASK4, '--lang', 'de', '--lang', 'en'], /--lang is there twice: say it once/],
    ['an unknown option', [...ASK4, '--colour'], /'--colour'[\s\S]*npm run -s deadlines/],
    ['a word too many', [...ASK4, 'extra'], /extra/],
    ['another language', [...ASK4, '--lang', 'fr'], /--lang is en or de, not "fr"/],
    [
      'a brand that is no number',
      [...ASK4, '--brand', 'acme'],
      /--brand is the number of a Zendesk brand, not "acme"/,
    ],
    [
      'a field that the event has not',
      [...ASK4, ...event('updated=2026-04-02T10:00Z,duty=update')],
      /"duty" is no field of it: take it out/,
    ],
    [
      'an outcome that there is none of',
      [...ASK4, ...event('responded=2026-04-02T10:00Z,outcome=uphold')],
      /"uphold" is no outcome: did you mean "upheld"\?/,
    ],
  ])('%s', async (_name, args, message) => {
    const ran = await deadlines(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });

  const before = event('received=2026-04-01', 'acknowledged=2026-04-02');
  it.each([
    [
      'without a duty',
      'extended=2026-04-10,within=1 day,reason=x',
      /say which duty: add ",duty=acknowledgement"/,
    ],
    [
      'of an unknown duty',
      'extended=2026-04-10,duty=respons,within=1 day,reason=x',
      /"respons" is no duty of "small": did you mean "response"\?/,
    ],
    [
      'of an unknown regime',
      'extended=2026-04-10,regime=mine,duty=response,within=1 day,reason=x',
      /"mine" is no regime of "small"/,
    ],
    [
      'without a length',
      'extended=2026-04-10,duty=response,reason=x',
      /say by how much: add ",within=2 working days"/,
    ],
    [
      'without a reason',
      'extended=2026-04-10,duty=response,within=1 day',
      /needs a reason: add ",reason=\.\.\."/,
    ],
    ['with a field twice', 'extended=2026-04-10,duty=response,duty=response', /"duty" is there twice/],
    [
      'that the policy does not foresee',
      'extended=2026-04-02,duty=acknowledgement,within=1 day,reason=x',
      /the policy foresees no extension of it: take it out/,
    ],
    [
      'that is too long',
      'extended=2026-04-10,duty=response,within=3 weeks,reason=x',
      /does not allow so much: shorten "within"/,
    ],
    [
      'that is told too late',
      'extended=2026-04-21,duty=response,within=1 day,reason=x',
      /before the deadline has passed/,
    ],
  ])('an extension %s', async (_name, text, message) => {
    const ran = await deadlines('--policy', await small(), ...before, ...event(text));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('also as a process of its own', async () => {
    const args = [...ASK4, '--lang', 'fr'];
    const ran = await runProgram(['server/cli/deadlines.ts', ...args]);
    expect(ran).toEqual({ code: 2, out: '', err: '--lang is en or de, not "fr"\n' });
    expect(await deadlines(...args)).toEqual(ran);
  });

  it('one extension more than the policy allows', async () => {
    const text = (day: string) => `extended=2026-04-${day},duty=response,within=1 day,reason=x`;
    const ran = await deadlines('--policy', await small(), ...before, ...event(text('10'), text('13')));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/does not allow a further extension: take one out/);
  });

  it('a deadline beyond the calendar', async () => {
    const last = `${new Date().getUTCFullYear() + 2}-12-30`;
    const ran = await deadlines('--policy', await small(), ...event(`received=${last}`));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(
      /a deadline of these events reaches \d{4}-01-\d\d, but public holidays are known from .* only: give earlier times/,
    );
  });

  it('a policy file with faults, each with its line', async () => {
    const ran = await deadlines(
      '--policy',
      await small(altered('warn: 1 day', 'warn: soon')),
      ...event('received=2026-04-01'),
    );
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/small\.yaml:23:15: "soon" is no length of time/);
  });

  it('a policy that counts by a schedule of an account', async () => {
    const ran = await deadlines(
      '--policy',
      await small(`${GOOD}schedule: 7\n`),
      ...event('received=2026-04-01'),
    );
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/counts by the Zendesk schedule 7, which only the service can read: try a copy/);
  });

  it('a brand that no policy is for', async () => {
    const file = await small(altered('id: small', 'id: small\nappliesTo: { brands: [7] }'));
    const ran = await deadlines('--policy', file, ...event('received=2026-04-01'), '--brand', '9');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/no policy is for brand 9: there are brands 7 and forms none/);
  });

  it('several policies of which none is for all tickets', async () => {
    const branded = (id: string, brand: number) =>
      altered('id: small', `id: ${id}\nappliesTo: { brands: [${brand}] }`);
    const folder = await folderWith({ 'a.yaml': branded('a', 1), 'b.yaml': branded('b', 2) });
    const ran = await deadlines('--policy', folder, ...event('received=2026-04-01'));
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(/say which of a, b is meant: add --brand or --form/);
  });
});
