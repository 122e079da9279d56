import type { Draft } from '../support.ts';
import { duty, earliest, regime, week } from './drafts.ts';

function asList(parts: Draft): unknown[] {
  return Array.isArray(parts.regimes) ? parts.regimes : [];
}

/** What is wrong with a policy, the parts that make it so, and the path that the fault names. */
export const FAULTS: readonly [string, Draft, string][] = [
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
];
