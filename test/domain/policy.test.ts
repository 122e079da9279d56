import { describe, expect, it } from 'vitest';
import { closuresOf, type PolicyFault, parsePolicy } from '../../domain/policy.ts';
import { ask4, ask4Data, type Draft, policyOf, policyWith, promise } from './support.ts';

function faultsOf(data: unknown): readonly PolicyFault[] {
  const parsed = parsePolicy(data);
  return parsed.ok ? [] : parsed.faults;
}

const faultsWith = (parts: Draft) => faultsOf({ ...ask4Data(), ...parts });

const duty = { id: 'one', after: 'received', within: '24 hours', doneBy: ['acknowledged'], warn: '4 hours' };
const regime = (parts: Draft = {}, ...duties: Draft[]): Draft => ({
  regimes: [{ id: 'own', source: 'a test', duties: duties.length > 0 ? duties : [duty], ...parts }],
});

const week = { after: 'received', within: '1 week' };
const earliest = (...lengths: string[]): Draft => ({
  id: 'one',
  earliestOf: lengths.map((within) => ({ ...week, within })),
  doneBy: ['acknowledged'],
  warn: '1 hour',
});

describe('policies/ask4.yaml', () => {
  it('parses without a fault', () => {
    expect(faultsOf(ask4Data())).toEqual([]);
  });

  it('holds the three duties of the published policy', () => {
    expect(
      promise.regimes.map(({ id, duties }) => [
        id,
        ...duties.flatMap(({ spans, doneBy }) => spans.map((span) => ({ ...span, doneBy }))),
      ]),
    ).toEqual([
      [
        'ask4',
        { after: 'received', within: { amount: 24, unit: 'hours' }, doneBy: ['acknowledged', 'responded'] },
        { after: 'acknowledged', within: { amount: 3, unit: 'working_days' }, doneBy: ['updated'] },
        { after: 'updated', within: { amount: 7, unit: 'working_days' }, doneBy: ['responded'] },
      ],
    ]);
  });

  it("counts England's working days in London", () => {
    expect(ask4).toMatchObject({
      timeZone: 'Europe/London',
      workingWeek: [1, 2, 3, 4, 5],
      regions: ['GB-ENG'],
      counting: { eventOnNonWorkingDay: 'count_from_event', endOnNonWorkingDay: 'keep', dayEnds: '24:00' },
    });
  });

  it('takes complaints by form, e-mail and letter, never by phone', () => {
    const accepted = Object.entries(ask4.channels).map(([name, { accepted }]) => [name, accepted]);
    expect(Object.fromEntries(accepted)).toEqual({
      form: true,
      email: true,
      letter: true,
      other: true,
      phone: false,
    });
  });
});

describe('a policy that leaves something out', () => {
  it('counts from the event, keeps the end, ends days at midnight, and holds bursts of 20 in 10 minutes', () => {
    const { counting: _, ...rest } = ask4Data();
    const parsed = parsePolicy(rest);
    expect(parsed.ok && parsed.policy).toMatchObject({
      counting: { eventOnNonWorkingDay: 'count_from_event', endOnNonWorkingDay: 'keep', dayEnds: '24:00' },
      sending: { perRequesterPerDay: 3, burst: { count: 20, minutes: 10 }, recordedWithinHours: 72 },
      closures: [],
    });
  });

  it('has no hard cap and no automatic channels', () => {
    const policy = policyOf([duty], { channels: { letter: { accepted: true } } });
    expect(policy.regimes[0]?.hardCap).toBe(false);
    expect(policy.channels.letter).toEqual({ accepted: true, exceptions: [], via: [] });
  });
});

describe('each fault has its path', () => {
  it.each<[string, Draft, string]>([
    ['an id with capitals', { id: 'ASK4' }, 'id'],
    ['a version that is a number', { version: 1 }, 'version'],
    ['an empty version', { version: '' }, 'version'],
    ['a date that does not exist', { effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
    ['no source', { source: '' }, 'source'],
    ['no company', { company: undefined }, 'company'],
    [
      'a form address that is no address',
      { company: { name: 'A', complaintFormUrl: 'here', postalAddress: ['B'] } },
      'company.complaintFormUrl',
    ],
    [
      'no postal address',
      { company: { name: 'A', complaintFormUrl: 'https://a.example', postalAddress: [] } },
      'company.postalAddress',
    ],
    ['an unknown zone', { timeZone: 'Europe/Londres' }, 'timeZone'],
    ['a zone with an offset that only looks like one', { timeZone: 'London+01' }, 'timeZone'],
    ['an unknown weekday', { workingWeek: ['mon', 'montag'] }, 'workingWeek.1'],
    ['no working day at all', { workingWeek: [] }, 'workingWeek'],
    ['a region in lower case', { regions: ['GB-ENG', 'gb-nir'] }, 'regions.1'],
    ['a closure without a date', { closures: [{ name: 'Christmas' }] }, 'closures.0.date'],
    ['a closure without its start', { closures: [{ name: 'C', until: '2026-12-31' }] }, 'closures.0.from'],
    [
      'a closure that ends before it starts',
      { closures: [{ name: 'C', from: '2026-12-31', until: '2026-12-28' }] },
      'closures.0.until',
    ],
    [
      'a closure with a date and a start',
      { closures: [{ name: 'C', date: '2026-12-30', from: '2026-12-28', until: '2026-12-31' }] },
      'closures.0.date',
    ],
    ['a period of nothing', regime({}, { ...duty, within: '0 days' }), 'regimes.0.duties.0.within'],
    [
      'no hours as one of several periods',
      regime({}, earliest('6 weeks', '0 hours')),
      'regimes.0.duties.0.earliestOf.1.within',
    ],
    [
      'an extension of nothing',
      regime({}, { ...duty, extension: { atMost: '0 days' } }),
      'regimes.0.duties.0.extension.atMost',
    ],
    ['one of several periods alone', regime({}, earliest('6 weeks')), 'regimes.0.duties.0.earliestOf'],
    [
      'a period beside several',
      regime({}, { ...duty, ...earliest('1 week', '2 weeks') }),
      'regimes.0.duties.0',
    ],
    [
      'half a period beside several',
      regime({}, { after: 'received', ...earliest('1 week', '2 weeks') }),
      'regimes.0.duties.0',
    ],
    [
      'a length beside several',
      regime({}, { within: '1 week', ...earliest('1 week', '2 weeks') }),
      'regimes.0.duties.0',
    ],
    [
      'a duty without a period',
      regime({}, { id: 'one', doneBy: ['acknowledged'], warn: '1 day' }),
      'regimes.0.duties.0',
    ],
    [
      'one of several periods after what nobody does',
      regime({}, { ...earliest('1 week', '1 day'), earliestOf: [week, { ...week, after: 'updated' }] }),
      'regimes.0.duties.0.earliestOf.1.after',
    ],
    ['a regime for nobody', regime({ applies: {} }), 'regimes.0.applies'],
    ['a regime for an unknown flag', regime({ applies: { flags: ['vip'] } }), 'regimes.0.applies.flags.0'],
    [
      'a regime for an unknown channel',
      regime({ applies: { channels: ['fax'] } }),
      'regimes.0.applies.channels.0',
    ],
    [
      'an exception for an unknown flag',
      { channels: { phone: { accepted: false, exceptions: ['vip'] } } },
      'channels.phone.exceptions.0',
    ],
    ['a regime in force on no day', regime({ inForce: { from: 'April' } }), 'regimes.0.inForce.from'],
    [
      'an unknown counting option',
      { counting: { endOnNonWorkingDay: 'roll_back' } },
      'counting.endOnNonWorkingDay',
    ],
    ['a day that ends at 25:00', { counting: { dayEnds: '25:00' } }, 'counting.dayEnds'],
    ['a day that ends at 24:30', { counting: { dayEnds: '24:30' } }, 'counting.dayEnds'],
    ['a channel with a bad name', { channels: { 'By Post': { accepted: true } } }, 'channels.By Post'],
    ['a channel that says nothing', { channels: { form: {} } }, 'channels.form.accepted'],
    ['a cap of none', { sending: { perRequesterPerDay: 0 } }, 'sending.perRequesterPerDay'],
    ['half a burst', { sending: { burst: { count: 20 } } }, 'sending.burst.minutes'],
    ['no regimes', { regimes: [] }, 'regimes'],
    ['a regime without a source', regime({ source: '' }), 'regimes.0.source'],
    ['a regime without duties', regime({ duties: [] }), 'regimes.0.duties'],
    ['a duty after nothing known', regime({}, { ...duty, after: 'phoned' }), 'regimes.0.duties.0.after'],
    ['an offset nobody can read', regime({}, { ...duty, within: 'soon' }), 'regimes.0.duties.0.within'],
    ['a warning nobody can read', regime({}, { ...duty, warn: '4' }), 'regimes.0.duties.0.warn'],
    ['a duty done by nothing', regime({}, { ...duty, doneBy: [] }), 'regimes.0.duties.0.doneBy'],
    [
      'a duty done by an unknown event',
      regime({}, { ...duty, doneBy: ['sent'] }),
      'regimes.0.duties.0.doneBy.0',
    ],
    [
      'something to send that is not known',
      regime({}, { ...duty, send: 'flowers' }),
      'regimes.0.duties.0.send',
    ],
    ['a key that is not known', { colour: 'red' }, 'colour'],
    [
      'a key of a duty that is not known',
      regime({}, { ...duty, remind: '1 hour' }),
      'regimes.0.duties.0.remind',
    ],
    ['two duties of one name', regime({}, duty, duty), 'regimes.0.duties.1.id'],
    ['two regimes of one name', { regimes: [...asList(regime()), ...asList(regime())] }, 'regimes.1.id'],
    [
      'a duty before the one it hangs on',
      regime({}, { ...duty, after: 'updated' }),
      'regimes.0.duties.0.after',
    ],
  ])('%s', (_, parts, path) => {
    expect(faultsWith(parts).map((fault) => fault.path)).toEqual([path]);
  });

  it.each([null, undefined, 'policy', 7])('%o is no policy', (data) => {
    expect(faultsOf(data).map(({ path }) => path)).toEqual(['(the whole file)']);
  });

  it('says how to put right what it can', () => {
    expect(
      faultsWith({ effectiveFrom: '9.4.2026', timeZone: 'London' }).map(({ message }) => message),
    ).toEqual([
      'write a date as YYYY-MM-DD, in quotes',
      'is no time zone: use an IANA name such as Europe/London',
    ]);
    expect(faultsWith(regime({}, { ...duty, after: 'updated' }))[0]?.message).toBe(
      'no duty before this one is done by "updated": put that duty first',
    );
  });

  it('lists all faults at once, a broken chain beside a broken offset', () => {
    const paths = faultsWith({
      version: 1,
      colour: 'red',
      shape: 'round',
      ...regime({}, duty, { ...duty, id: 'two', after: 'updated', within: 'soon' }, { ...duty, warn: '?' }),
    }).map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'colour',
      'regimes.0.duties.1.after',
      'regimes.0.duties.1.within',
      'regimes.0.duties.2.id',
      'regimes.0.duties.2.warn',
      'shape',
      'version',
    ]);
  });

  it.each(['received', 'appealed', 'deadlock', 'referred'])('a duty may hang on "%s"', (after) => {
    expect(faultsWith(regime({}, { ...duty, after }))).toEqual([]);
  });
});

it('the end of the same day may be one of several periods', () => {
  expect(faultsWith(regime({}, earliest('6 weeks', '0 days')))).toEqual([]);
});

it('a closure is a day or a span, each day under the name of the company', () => {
  const closures = [
    { date: '2026-12-24', name: 'Christmas Eve' },
    { from: '2026-12-29', until: '2026-12-31', name: 'Closed', names: { de: 'Betriebsferien' } },
  ];
  const span = { name: 'Closed', names: { de: 'Betriebsferien' }, region: 'ASK4' };
  expect(closuresOf(policyWith({ closures }))).toEqual([
    { date: '2026-12-24', name: 'Christmas Eve', region: 'ASK4' },
    { ...span, date: '2026-12-29' },
    { ...span, date: '2026-12-30' },
    { ...span, date: '2026-12-31' },
  ]);
});

function asList(parts: Draft): unknown[] {
  return Array.isArray(parts.regimes) ? parts.regimes : [];
}

it('a working week keeps its days as ISO weekdays', () => {
  expect(policyWith({ workingWeek: ['sun', 'mon', 'sat'] }).workingWeek).toEqual([7, 1, 6]);
});
