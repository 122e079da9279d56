import { describe, expect, it } from 'vitest';
import { deadlineState, openDeadlines } from '../../domain/deadline.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import { parsePolicy } from '../../domain/policy.ts';
import {
  at,
  calendarOf,
  caseOf,
  deadlineFor,
  deadlinesFor,
  event,
  POLICY_FILES,
  planOf,
  policyData,
  promise,
  shipped,
} from './support.ts';

const later = at('2027-06-01');
const received = (when: string, extras: Partial<CaseEvent> = {}) =>
  event('received', when, { channel: 'email', ...extras });
const extended = (duty: string, within: string, when: string) =>
  event('extended', when, { duty, within, reason: 'it is complex' });

describe.each(POLICY_FILES)('policies/%s', (file) => {
  it('parses without a fault', () => {
    expect(parsePolicy(policyData(file))).toMatchObject({ ok: true });
  });

  it('has holidays of each of its regions', () => {
    const policy = shipped(file);
    for (const region of policy.regions) {
      expect(calendarOf({ ...policy, regions: [region] }).data.off.length).toBeGreaterThan(20);
    }
  });

  it('names the source of every number', () => {
    for (const { source, duties } of shipped(file).regimes) {
      expect(source).not.toBe('');
      for (const duty of duties) expect(duty.source ?? source).not.toMatch(/to be checked|\[\?\]/i);
    }
  });
});

it('all that are meant to be shipped are there', () => {
  const examples = ['comreg', 'fca-disp', 'housing-ombudsman', 'spso'].map((id) => `examples/${id}.yaml`);
  expect(POLICY_FILES).toEqual(['ask4-de.yaml', 'ask4.yaml', ...examples]);
});

/** "regime.duty date" of every deadline. */
function due(file: string, ...events: CaseEvent[]): string[] {
  return deadlinesFor(events, shipped(file)).map(
    ({ regime, duty, dueDate }) => `${regime}.${duty} ${dueDate}`,
  );
}

function dueOf(file: string, duty: string, ...events: CaseEvent[]): string {
  return deadlineFor(duty, deadlinesFor(events, shipped(file))).dueDate;
}

describe('ask4: the promise and the regulator side by side', () => {
  it('received wed_8_apr: the promise, and the ADR letter six weeks after, on wed_20_may', () => {
    expect(due('ask4.yaml', received('2026-04-08 09:00'))).toEqual([
      'ask4.acknowledgement 2026-04-09',
      'ask4.update 2026-04-14',
      'ask4.response 2026-04-23',
      'ofcom-adr.adr_letter 2026-05-20',
    ]);
  });

  it('first made tue_7_apr: eight weeks after, on tue_2_jun', () => {
    expect(due('ask4.yaml', received('2026-04-07 23:59')).at(-1)).toBe(
      'ofcom-adr-eight-weeks.adr_letter 2026-06-02',
    );
  });

  it('the letter is a hard cap of which a week ahead is warned, and that does not keep a case open', () => {
    const deadlines = deadlinesFor([received('2026-04-08 09:00')], shipped('ask4.yaml'));
    expect(deadlineFor('adr_letter', deadlines)).toMatchObject({
      hardCap: true,
      warnAt: at('2026-05-13'),
      dueAt: at('2026-05-21'),
      after: 'first_made',
    });
    const events: CaseEvent[] = [
      received('2026-04-08 09:00'),
      event('responded', '2026-04-09 09:00'),
      event('closed', '2026-04-10 09:00'),
    ];
    expect(caseOf(events, shipped('ask4.yaml')).stage).toBe('closed');
    expect(deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml'))).waived).toBe('closed');
  });

  it('sent in time it is met, sent on thu_21_may it is met late', () => {
    const state = (when: string) => {
      const events = [received('2026-04-08 09:00'), event('adr_letter_sent', when)];
      return deadlineState(deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml'))), later);
    };
    expect(state('2026-05-20 23:59')).toBe('met');
    expect(state('2026-05-21 00:00')).toBe('met_late');
  });

  it('after the response the letter is due next, and asked for once it is due soon', () => {
    const events = [received('2026-04-08 09:00'), event('responded', '2026-04-09 09:00')];
    const on = (now: string) => planOf(events, now, { policy: shipped('ask4.yaml') }).fields;
    expect(on('2026-04-10 09:00')).toMatchObject({
      next_due: '2026-05-20',
      next_step: 'complaint_next_close',
    });
    expect(on('2026-05-14 09:00')).toMatchObject({
      next_due: '2026-05-20',
      next_step: 'complaint_next_adr_letter',
    });
  });
});

describe('ask4: deadlock before six weeks', () => {
  const complaint = received('2026-04-08 09:00');

  it('on fri_1_may: the letter goes out by the end of that day', () => {
    const events = [complaint, event('deadlock', '2026-05-01 15:00')];
    const letter = deadlineFor('adr_letter', deadlinesFor(events, shipped('ask4.yaml')));
    expect(letter).toMatchObject({ after: 'deadlock', dueDate: '2026-05-01', dueAt: at('2026-05-02') });
    expect(deadlineState(letter, at('2026-05-01 15:01'))).toBe('due_soon');
    expect(deadlineState(letter, at('2026-05-02'))).toBe('overdue');
  });

  it('on sat_2_may it does not wait for monday', () => {
    expect(dueOf('ask4.yaml', 'adr_letter', complaint, event('deadlock', '2026-05-02 15:00'))).toBe(
      '2026-05-02',
    );
  });

  it('after wed_20_may it moves nothing', () => {
    expect(dueOf('ask4.yaml', 'adr_letter', complaint, event('deadlock', '2026-05-22 15:00'))).toBe(
      '2026-05-20',
    );
  });
});

describe('ask4: first complained by phone', () => {
  it('a call on thu_9_apr has no deadline of the promise, and the ADR letter due thu_21_may', () => {
    const call = received('2026-04-09 12:00', { channel: 'phone' });
    expect(caseOf([call], shipped('ask4.yaml')).stage).toBe('refused');
    expect(due('ask4.yaml', call)).toEqual(['ofcom-adr.adr_letter 2026-05-21']);
    expect(planOf([call], '2026-04-09 12:01', { policy: shipped('ask4.yaml') }).send.kind).toBe('nothing');
  });

  it('received by e-mail on fri_17_apr, first made by phone on thu_9_apr: counted from the call', () => {
    const complaint = received('2026-04-17 12:00', { firstMadeAt: at('2026-04-09 12:00') });
    expect(dueOf('ask4.yaml', 'acknowledgement', complaint)).toBe('2026-04-18');
    expect(dueOf('ask4.yaml', 'adr_letter', complaint)).toBe('2026-05-21');
  });

  it('a call before wed_8_apr is under the rule of its day: first made mon_6_apr, due mon_1_jun', () => {
    const complaint = received('2026-04-17 12:00', { firstMadeAt: at('2026-04-06 12:00') });
    expect(due('ask4.yaml', complaint).at(-1)).toBe('ofcom-adr-eight-weeks.adr_letter 2026-06-01');
  });

  it('nothing is first made after it was received', () => {
    const complaint = received('2026-04-09 12:00', { firstMadeAt: at('2026-04-17 12:00') });
    expect(dueOf('ask4.yaml', 'adr_letter', complaint)).toBe('2026-05-21');
  });
});

describe('ask4: a complaint about personal data', () => {
  const flags = ['data_protection'];

  it('received fri_19_jun: 30 days end on sun_19_jul and roll to mon_20_jul', () => {
    const complaint = received('2026-06-19 17:00', { flags });
    expect(dueOf('ask4.yaml', 'data_protection_acknowledgement', complaint)).toBe('2026-07-20');
  });

  it('received sat_20_jun: the days begin on sunday and end on mon_20_jul', () => {
    const complaint = received('2026-06-20 17:00', { flags });
    expect(dueOf('ask4.yaml', 'data_protection_acknowledgement', complaint)).toBe('2026-07-20');
  });

  it('received thu_18_jun, before the law, has no such duty; nor has one without the flag', () => {
    const ids = (complaint: CaseEvent) => due('ask4.yaml', complaint).join();
    expect(ids(received('2026-06-18 17:00', { flags }))).not.toContain('data_protection');
    expect(ids(received('2026-06-19 17:00'))).not.toContain('data_protection');
    expect(ids(received('2026-06-19 17:00', { flags }))).toContain('data_protection');
  });

  it('is taken by phone too, with every regime', () => {
    const call = received('2026-06-19 17:00', { flags, channel: 'phone' });
    expect(caseOf([call], shipped('ask4.yaml'))).toMatchObject({ accepted: true, stage: 'received' });
    expect(due('ask4.yaml', call)).toEqual([
      'ask4.acknowledgement 2026-06-20',
      'ask4.update 2026-06-24',
      'ask4.response 2026-07-03',
      'ofcom-adr.adr_letter 2026-07-31',
      'uk-data-protection.data_protection_acknowledgement 2026-07-20',
    ]);
  });

  it('one acknowledgement keeps both promises, and so does an outcome', () => {
    const states = (kind: EventKind) => {
      const events = [received('2026-06-19 17:00', { flags }), event(kind, '2026-06-20 09:00')];
      return deadlinesFor(events, shipped('ask4.yaml'))
        .filter(({ duty }) => duty.includes('acknowledgement'))
        .map((one) => deadlineState(one, later));
    };
    expect(states('acknowledged')).toEqual(['met', 'met']);
    expect(states('responded')).toEqual(['met', 'met']);
  });
});

it('ask4: an appeal has no deadline, as the published policy sets none', () => {
  const events: CaseEvent[] = [
    received('2026-04-08 09:00'),
    event('responded', '2026-04-09 09:00'),
    event('appealed', '2026-04-10 09:00'),
  ];
  expect(openDeadlines(deadlinesFor(events, promise), later)).toEqual([]);
});

describe('ask4-de', () => {
  const berlin = (when: string, extras: Partial<CaseEvent> = {}): CaseEvent => {
    const instant = at(when, 'Europe/Berlin');
    return { ...received('2026-01-01', extras), at: instant, recordedAt: instant };
  };
  const inBerlin = (kind: EventKind, when: string): CaseEvent => ({ ...berlin(when), kind });

  it('acknowledged thu_2_apr over Karfreitag and Ostermontag: update due thu_9_apr', () => {
    const events = [berlin('2026-04-01 12:00'), inBerlin('acknowledged', '2026-04-02 10:00')];
    expect(dueOf('ask4-de.yaml', 'update', ...events)).toBe('2026-04-09');
  });

  it.each([
    ['DE-BE', 'mon_8_jun', '2026-06-08'],
    ['DE-NW', 'tue_9_jun, after Fronleichnam', '2026-06-09'],
  ])('acknowledged wed_3_jun in %s: update due %s', (region, _, date) => {
    const policy = { ...shipped('ask4-de.yaml'), regions: [region] };
    const events = [berlin('2026-06-02 12:00'), inBerlin('acknowledged', '2026-06-03 10:00')];
    expect(deadlineFor('update', deadlinesFor(events, policy)).dueDate).toBe(date);
  });

  it('received wed_11_mar 23:30 in Berlin: a month ends on sat_11_apr and rolls to mon_13_apr', () => {
    const complaint = berlin('2026-03-11 23:30', { flags: ['data_protection'] });
    const response = deadlineFor(
      'data_protection_response',
      deadlinesFor([complaint], shipped('ask4-de.yaml')),
    );
    expect(response).toMatchObject({ dueDate: '2026-04-13', dueAt: at('2026-04-14', 'Europe/Berlin') });
  });

  it('received tue_31_mar: a month ends on thu_30_apr', () => {
    const complaint = berlin('2026-03-31 12:00', { flags: ['data_protection'] });
    expect(dueOf('ask4-de.yaml', 'data_protection_response', complaint)).toBe('2026-04-30');
  });

  it('extended by two months, told within the month: mon_13_apr becomes sat_13_jun, rolled mon_15_jun', () => {
    const complaint = berlin('2026-03-11 12:00', { flags: ['data_protection'] });
    const response = (within: string, when: string) =>
      dueOf('ask4-de.yaml', 'data_protection_response', complaint, {
        ...extended('data_protection_response', within, '2026-03-12'),
        at: at(when, 'Europe/Berlin'),
        recordedAt: at(when, 'Europe/Berlin'),
      });
    expect(response('2 months', '2026-04-13 23:59')).toBe('2026-06-15');
    expect(response('2 months', '2026-04-14 00:00')).toBe('2026-04-13');
    expect(response('3 months', '2026-03-20 12:00')).toBe('2026-04-13');
  });

  it('says that conciliation is voluntary, in both languages', () => {
    const { ombudsman } = shipped('ask4-de.yaml').company;
    expect(ombudsman?.name.de).toBe('Verbraucherschlichtung Telekommunikation der Bundesnetzagentur');
    expect(ombudsman?.note?.de).toContain('freiwillig');
    expect(ombudsman?.note?.en).toContain('voluntary');
    expect(ombudsman).not.toHaveProperty('after');
  });
});

describe('examples: Housing Ombudsman', () => {
  const file = 'examples/housing-ombudsman.yaml';
  const complaint = received('2026-06-01 10:00');
  const stage1 = [complaint, event('acknowledged', '2026-06-05 10:00')];
  const answered = [...stage1, event('responded', '2026-06-19 10:00')];
  const appealed = [...answered, event('appealed', '2026-07-06 10:00')];

  it('stage 1: received mon_1_jun, acknowledgement due mon_8_jun', () => {
    expect(dueOf(file, 'acknowledgement', complaint)).toBe('2026-06-08');
  });

  it('stage 1: acknowledged fri_5_jun, response due fri_19_jun', () => {
    expect(dueOf(file, 'response', ...stage1)).toBe('2026-06-19');
  });

  it('stage 1: extended by ten working days to fri_3_jul, and by no more', () => {
    const by = (within: string) =>
      dueOf(file, 'response', ...stage1, extended('response', within, '2026-06-18 10:00'));
    expect(by('10 working days')).toBe('2026-07-03');
    expect(by('11 working days')).toBe('2026-06-19');
  });

  it('stage 2 is not there before the escalation request', () => {
    expect(due(file, ...answered)).toHaveLength(2);
  });

  it('stage 2: requested mon_6_jul, acknowledgement due mon_13_jul, counted from the request', () => {
    expect(dueOf(file, 'appeal_acknowledgement', ...appealed)).toBe('2026-07-13');
  });

  it('stage 2: until it is acknowledged the response is projected from mon_13_jul, to mon_10_aug', () => {
    const response = deadlineFor('appeal_response', deadlinesFor(appealed, shipped(file)));
    expect(response).toMatchObject({ projected: true, dueDate: '2026-08-10' });
  });

  it('stage 2: acknowledged thu_9_jul, response due thu_6_aug; extended over the bank holiday to fri_4_sep', () => {
    const events = [...appealed, event('acknowledged', '2026-07-09 10:00')];
    expect(dueOf(file, 'appeal_response', ...events)).toBe('2026-08-06');
    const more = extended('appeal_response', '20 working days', '2026-08-05 10:00');
    expect(dueOf(file, 'appeal_response', ...events, more)).toBe('2026-09-04');
  });

  it('stage 2 leaves stage 1 as it was, and its answer settles the case', () => {
    const events: CaseEvent[] = [
      ...appealed,
      event('acknowledged', '2026-07-09 10:00'),
      event('responded', '2026-08-03 10:00', { outcome: 'upheld' }),
      event('closed', '2026-08-04 10:00'),
    ];
    const states = deadlinesFor(events, shipped(file)).map((one) => deadlineState(one, later));
    expect(states).toEqual(['met', 'met', 'met', 'met']);
    expect(caseOf(events, shipped(file))).toMatchObject({ stage: 'closed', outcome: 'upheld' });
    expect(caseOf(appealed, shipped(file)).stage).toBe('appealed');
  });

  it('stage 2 keeps a solved ticket open until it is answered', () => {
    const solved = event('closed', '2026-07-07 10:00');
    expect(caseOf([...appealed, solved], shipped(file))).toMatchObject({
      stage: 'appealed',
      solvedEarlyAt: solved.at,
    });
  });

  it('stage 2 is answered by another handler', () => {
    const duties = shipped(file).regimes.flatMap((regime) => regime.duties);
    expect(duties.filter(({ anotherHandler }) => anotherHandler).map(({ id }) => id)).toEqual([
      'appeal_response',
    ]);
  });
});

describe('examples: FCA DISP', () => {
  const file = 'examples/fca-disp.yaml';
  const complaint = received('2026-04-02 10:00');
  const payment = received('2026-04-02 10:00', { flags: ['payment_services'] });

  it('received thu_2_apr over Easter: third business day thu_9_apr, eight weeks thu_28_may', () => {
    expect(due(file, complaint)).toEqual(['disp.acknowledgement 2026-04-09', 'disp.response 2026-05-28']);
  });

  it('payment services: fifteen business days, mon_27_apr', () => {
    expect(dueOf(file, 'payment_response', payment)).toBe('2026-04-27');
  });

  it('payment services: extended to the thirty-fifth, wed_27_may, once and no further', () => {
    const told = extended('payment_response', '20 working days', '2026-04-27 10:00');
    expect(dueOf(file, 'payment_response', payment, told)).toBe('2026-05-27');
    const again = extended('payment_response', '1 working day', '2026-05-20 10:00');
    expect(dueOf(file, 'payment_response', payment, told, again)).toBe('2026-05-27');
    const tooLong = extended('payment_response', '21 working days', '2026-04-27 10:00');
    expect(dueOf(file, 'payment_response', payment, tooLong)).toBe('2026-04-27');
  });

  it('one final response keeps both', () => {
    const events = [payment, event('responded', '2026-04-08 10:00')];
    const states = deadlinesFor(events, shipped(file)).map((one) => deadlineState(one, later));
    expect(states).toEqual(['met', 'met', 'met']);
  });
});

describe('examples: SPSO', () => {
  const file = 'examples/spso.yaml';

  it('stage 1: received tue_1_sep, response due tue_8_sep', () => {
    expect(due(file, received('2026-09-01 10:00'))).toEqual(['model-procedure.response 2026-09-08']);
  });

  it('stage 1 is extended once, with a reason: tue_8_sep becomes tue_15_sep', () => {
    const more = [
      extended('response', '5 working days', '2026-09-07 10:00'),
      extended('response', '1 day', '2026-09-07 11:00'),
    ];
    expect(dueOf(file, 'response', received('2026-09-01 10:00'), ...more)).toBe('2026-09-15');
  });

  it('stage 2: requested thu_2_apr, Easter Monday counts in Scotland: wed_8_apr and fri_1_may', () => {
    const events: CaseEvent[] = [
      received('2026-03-25 10:00'),
      event('responded', '2026-03-30 10:00'),
      event('appealed', '2026-04-02 10:00'),
    ];
    expect(due(file, ...events).slice(1)).toEqual([
      'model-procedure.appeal_acknowledgement 2026-04-08',
      'model-procedure.appeal_response 2026-05-01',
    ]);
  });

  it('stage 2: the acknowledgement does not restart the twenty days', () => {
    const events: CaseEvent[] = [
      received('2026-03-25 10:00'),
      event('responded', '2026-03-30 10:00'),
      event('appealed', '2026-04-02 10:00'),
      event('acknowledged', '2026-04-08 10:00'),
    ];
    expect(dueOf(file, 'appeal_response', ...events)).toBe('2026-05-01');
  });
});

it('examples: ComReg, received thu_30_apr over the May bank holiday: tue_5_may and fri_15_may', () => {
  expect(due('examples/comreg.yaml', received('2026-04-30 10:00'))).toEqual([
    'comreg.acknowledgement 2026-05-05',
    'comreg.response 2026-05-15',
  ]);
});
