import { expect, test } from 'vitest';
import { toldMessage } from '../../app/sidebar/model/told-message.ts';
import type { Audit } from '../../app/zaf/audits.ts';

const CUSTOMER = 20;
const TOM = 11;
const ANNA = 12;
const marks = { replyField: '916', macros: new Map([[77, 'responded' as const]]) };

const audit = (id: number, authorId: number, rest: Partial<Audit> = {}): Audit => ({
  id,
  authorId,
  at: id * 1000,
  complaint: {},
  added: [],
  macros: [],
  values: new Map(),
  changed: [],
  ...rest,
});
const reply = (id: number, authorId: number, rest: Partial<Audit> = {}): Audit =>
  audit(id, authorId, {
    comment: { id: id + 100, auditId: id, authorId, at: id * 1000, public: true, text: 'Our answer' },
    ...rest,
  });
const told = (...audits: Audit[]) => toldMessage('responded', { audits, requesterId: CUSTOMER, marks });

test.each<[string, Partial<Audit>]>([
  ['its tag', { added: ['complaint_response_sent'] }],
  ['the drop-down', { values: new Map([['916', 'complaint_response_sent']]) }],
  ['its macro', { macros: [5, 77] }],
])('a reply counts by %s', (_by, mark) => {
  expect(told(reply(1, TOM), reply(2, ANNA, mark))).toMatchObject({ at: 2000, authorId: ANNA });
  expect(told(reply(2, CUSTOMER, mark))).toBeUndefined();
  expect(told(audit(2, TOM, mark))).toBeUndefined();
});

test('another mark is another message', () => {
  expect(told(reply(1, TOM, { added: ['complaint_update_sent'], macros: [5] }))).toBeUndefined();
});

test('whoever wrote the reply that was counted by hand has told it, not who counted it', () => {
  const counted = audit(3, ANNA, { complaint: { event: 'responded', of_audit: '1' } });
  expect(told(reply(1, TOM), counted)).toMatchObject({ at: 1000, authorId: TOM });
  const posted = { event: 'responded', posted_at: '2026-04-02T10:00:00Z' };
  expect(told(audit(3, ANNA, { complaint: posted }))).toMatchObject({
    at: Date.parse('2026-04-02T10:00:00Z'),
    authorId: ANNA,
  });
});

test('what was taken back since is none', () => {
  const sent = reply(1, TOM, { added: ['complaint_response_sent'] });
  const back = audit(2, ANNA, { complaint: { event: 'corrected', audit: '1', void: true } });
  expect(told(sent, back)).toBeUndefined();
  expect(told(sent, back, reply(3, ANNA, { macros: [77] }))).toMatchObject({ authorId: ANNA });
});
