import { describe, expect, it } from 'vitest';
import { allowedActions } from '../../../domain/actions.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { ask4, at, event, planOf } from '../support.ts';
import { extendable, stateAfter } from './cases.ts';

/** Nothing goes out by itself, so that the record shows the case as it is. */
const SILENT = {
  liveSince: at('2026-12-01'),
  requester: { isEndUser: true, suspended: false, hasAddress: true },
  messaging: false,
  followUp: false,
  toRequesterToday: 0,
  lately: 0,
};

const received = event('received', '2026-07-01 09:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-07-01 10:00');
const updated = event('updated', '2026-07-03 10:00');
const responded = event('responded', '2026-07-10 10:00');
const appealed = event('appealed', '2026-07-11 10:00');
const referred = event('referred', '2026-09-01 10:00');

const dated = event('noted', '2026-09-02 10:00', {
  topic: 'ombudsman_date',
  dueDate: localDate('2026-09-20'),
});

const ANYTIME = ['correct', 'flags', 'withdraw', 'not_a_complaint'];

describe('what is offered', () => {
  it.each<[string, string, readonly CaseEvent[], readonly string[]]>([
    ['just received', '2026-07-01 09:30', [received], ['acknowledge', 'update', 'respond', 'adr_letter']],
    ['acknowledged', '2026-07-02 09:30', [acknowledged], ['update', 'respond', 'adr_letter']],
    [
      'late with the update',
      '2026-07-08 09:30',
      [acknowledged],
      ['update', 'respond', 'adr_letter', 'explain_delay'],
    ],
    ['updated', '2026-07-06 09:30', [acknowledged, updated], ['another_update', 'respond', 'adr_letter']],
    [
      'answered',
      '2026-07-10 11:00',
      [acknowledged, updated, responded],
      ['appeal', 'question', 'refer', 'close', 'adr_letter', 'lesson', 'case_file'],
    ],
    [
      'appealed',
      '2026-07-11 11:00',
      [acknowledged, updated, responded, appealed],
      ['appeal_acknowledge', 'appeal_respond', 'refer', 'adr_letter', 'case_file'],
    ],
    [
      'with the ombudsman, who has set a date',
      '2026-09-03 11:00',
      [acknowledged, updated, responded, event('adr_letter_sent', '2026-07-20 10:00'), referred, dated],
      ['ombudsman_date', 'case_file_sent', 'decide', 'lesson', 'case_file'],
    ],
  ])('on a case that is %s', (_name, now, more, wanted) => {
    const { record } = planOf([received, ...more.filter((one) => one !== received)], now, {
      policy: ask4,
      facts: SILENT,
    });
    const asks = ['ask_evidence', 'ask_review'];
    const actions = allowedActions(record, { now: at(now), policy: ask4 }).filter((id) => !asks.includes(id));
    expect(new Set(actions)).toEqual(new Set([...wanted, ...ANYTIME]));
  });

  it('on a closed case is little, and on a refused channel only what the law and the file need', () => {
    const closed = event('closed', '2026-07-12 10:00', { byHand: true });
    const now = '2026-07-13 10:00';
    const { record } = planOf([received, acknowledged, updated, responded, closed], now, { policy: ask4 });
    expect(allowedActions(record, { now: at(now), policy: ask4 })).toEqual([
      'correct',
      'appeal',
      'question',
      'refer',
      'lesson',
      'case_file',
      'reopen',
    ]);
    const phone = planOf([{ ...received, channel: 'phone' }], '2026-07-02 10:00', { policy: ask4 });
    expect(allowedActions(phone.record, { now: at('2026-07-02 10:00'), policy: ask4 })).toEqual([
      'adr_letter',
      'withdraw',
      'not_a_complaint',
      'correct',
      'case_file',
      'close',
      'flags',
    ]);
  });

  it('asks for politeness only where it was missing, and the case goes on', () => {
    const rude = { ...received, flags: ['abusive_behaviour'] };
    const closed = event('closed', '2026-07-12 10:00', { byHand: true });
    const offers = (...events: CaseEvent[]) =>
      stateAfter(ask4, events, at('2026-07-13 10:00')).actions.includes('behaviour');
    expect([offers(received), offers(rude), offers(rude, closed)]).toEqual([false, true, false]);
  });

  it('offers an extension only where the policy allows one and it is not too late', () => {
    const offers = (policy: Policy, now: string, ...more: CaseEvent[]) =>
      stateAfter(policy, [received, ...more], at(now)).actions.includes('extend');
    const told = (when: string) =>
      event('extended', when, { duty: 'update', within: '1 working day', reason: 'x' });
    expect(offers(ask4, '2026-07-02 10:00')).toBe(false);
    expect(offers(extendable, '2026-07-02 10:00')).toBe(true);
    expect(offers(extendable, '2026-07-09 10:00')).toBe(false);
    expect(offers(extendable, '2026-07-03 10:00', told('2026-07-02 10:00'), told('2026-07-02 11:00'))).toBe(
      false,
    );
  });
});
