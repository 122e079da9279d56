import { expect, test } from 'vitest';
import { type CaseEvent, encodeRecord, type Plan, planFor } from '../../../domain/index.ts';
import { calendarFor } from '../../../server/calendars/index.ts';
import { type Draft, type FieldIds, ticketUpdate } from '../../../server/reconcile/ticket-update.ts';
import type { FieldValue } from '../../../server/zendesk/port.ts';
import { readPolicy } from '../../support/policy.ts';
import { at, ticket } from './history-builder.ts';

const policy = await readPolicy('policies/ask4.yaml');
const calendar = calendarFor(policy, { from: 2025, until: 2028 });
const fieldIds: FieldIds = {
  stage: 1,
  next_step: 2,
  channel: 3,
  category: 4,
  outcome: 5,
  received: 6,
  acknowledgement_due: 7,
  update_due: 8,
  response_due: 9,
  next_due: 10,
  record: 11,
  flags: 12,
  redress: 13,
  redress_amount: 14,
  delay_reason: 15,
  summary: 16,
  evidence_references: 17,
  evidence_staff: 18,
  evidence_times: 19,
  evidence_phones: 20,
  evidence_emails: 21,
  reply_is: 22,
};
const received: CaseEvent = {
  kind: 'received',
  at: at('2026-04-01T14:00:00Z'),
  recordedAt: at('2026-04-01T14:05:00Z'),
  auditId: 1,
  channel: 'email',
};
const acknowledged: CaseEvent = {
  kind: 'acknowledged',
  at: at('2026-04-02T09:00:00Z'),
  recordedAt: at('2026-04-02T09:00:00Z'),
  auditId: 2,
};

function plan(events: CaseEvent[], now: string): Plan {
  const made = planFor({
    policy,
    calendar,
    events,
    now: at(now),
    history: { notes: new Set(), tagRemovals: [], removedAt: new Map() },
    facts: {
      liveSince: 0,
      requester: { isEndUser: true, suspended: false, hasAddress: true },
      messaging: false,
      followUp: false,
      toRequesterToday: 0,
      lately: 0,
    },
  });
  if (!made) throw new Error('no plan');
  return made;
}

const draft = (changes: Partial<Draft> & Pick<Draft, 'plan'>): Draft => ({
  ticket: ticket({ tags: ['formal_complaint', 'vip'] }),
  fieldIds,
  leftAlone: new Set(),
  ...changes,
});
const value = (update: ReturnType<typeof ticketUpdate>, id: number) =>
  update?.custom_fields?.find((field) => field.id === id)?.value;

/** The ticket as it is once an update has been written. */
function applied(update: NonNullable<ReturnType<typeof ticketUpdate>>): Draft['ticket'] {
  const fields: [number, FieldValue][] = (update.custom_fields ?? []).map((field) => [field.id, field.value]);
  return ticket({
    tags: update.tags ?? [],
    customFields: new Map(fields),
    type: update.type ?? null,
    dueAt: update.due_at ? Date.parse(update.due_at) : null,
  });
}

test('acknowledgement, its tag, due dates, stage and clock record are in one safe update', () => {
  const acknowledgement = { macroId: 9, text: { body: 'Thank you', htmlBody: '<p>Thank you</p>' } };
  const update = ticketUpdate(draft({ plan: plan([received], '2026-04-02T09:00:00Z'), acknowledgement }));
  expect(update).toMatchObject({
    comment: { html_body: '<p>Thank you</p>', public: true },
    macro_ids: [9],
    safe_update: true,
    updated_stamp: '2026-04-01T14:00:00Z',
    type: 'task',
    due_at: '2026-04-09T22:59:59.000Z',
  });
  expect(new Set(update?.tags)).toEqual(
    new Set([
      'formal_complaint',
      'vip',
      'complaint_ack_sent',
      'complaint_stage_acknowledged',
      'complaint_next_update',
      'complaint_by_email',
    ]),
  );
  expect([
    value(update, fieldIds.update_due),
    value(update, fieldIds.next_due),
    value(update, fieldIds.received),
  ]).toEqual(['2026-04-09', '2026-04-09', '2026-04-01']);
  expect(String(value(update, fieldIds.record))).toContain('"stage":"acknowledged"');
});

test('a projected date is no promise and stays out of the fields', () => {
  const update = ticketUpdate(draft({ plan: plan([received, acknowledged], '2026-04-02T10:00:00Z') }));
  expect(value(update, fieldIds.response_due)).toBeUndefined();
});

test('a look without a difference writes nothing', () => {
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  const first = ticketUpdate(draft({ plan: made }));
  if (!first) throw new Error('the first look has to write');
  expect(ticketUpdate(draft({ plan: made, ticket: applied(first) }))).toBeUndefined();
});

test('an acknowledgement that Zendesk stamped a second later is no reason to write the record again', () => {
  const sent = plan([received], '2026-04-02T09:00:00Z');
  const first = ticketUpdate(draft({ plan: sent }));
  if (!first) throw new Error('the first look has to write');
  const stamped = plan(
    [received, { ...acknowledged, at: at('2026-04-02T09:00:01Z'), recordedAt: at('2026-04-02T09:00:01Z') }],
    '2026-04-02T09:01:00Z',
  );
  expect(ticketUpdate(draft({ plan: stamped, ticket: applied(first) }))).toBeUndefined();
});

test('a leftover event tag is taken off, so that the next reply can add it again', () => {
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  const update = ticketUpdate(
    draft({ plan: made, ticket: ticket({ tags: ['formal_complaint', 'complaint_update_sent'] }) }),
  );
  expect(update?.tags).not.toContain('complaint_update_sent');
});

test('the drop-down that said what a reply is is emptied once, and stands by an acknowledgement sent meanwhile', () => {
  const chosen = 'complaint_update_sent';
  const before = ticket({ tags: ['formal_complaint', chosen], customFields: new Map([[22, chosen]]) });
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  const update = ticketUpdate(draft({ plan: made, ticket: before }));
  if (!update) throw new Error('the leftover has to go');
  expect(update.tags).not.toContain(chosen);
  expect(update.custom_fields).toContainEqual({ id: 22, value: null });
  expect(ticketUpdate(draft({ plan: made, ticket: applied(update) }))).toBeUndefined();
  const acknowledgement = { macroId: 9, text: { body: 'Thank you' } };
  const sent = ticketUpdate(
    draft({ plan: plan([received], '2026-04-02T09:00:00Z'), ticket: before, acknowledgement }),
  );
  expect(sent?.tags).toContain('complaint_ack_sent');
  expect(value(sent, fieldIds.reply_is)).toBe('complaint_ack_sent');
});

test("the list of tags agrees with the drop-downs sent beside it, and leaves other people's options alone", () => {
  const before = ticket({
    tags: ['formal_complaint', 'complaint_stage_received', 'complaint_about_billing'],
    customFields: new Map([[1, 'complaint_stage_received']]),
  });
  const update = ticketUpdate(
    draft({ plan: plan([received, acknowledged], '2026-04-02T10:00:00Z'), ticket: before }),
  );
  expect(update?.tags).toContain('complaint_stage_acknowledged');
  expect(update?.tags).not.toContain('complaint_stage_received');
  expect(update?.tags).toContain('complaint_about_billing');
});

test('a question, incident or problem never gets a due time', () => {
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  for (const type of ['question', 'incident', 'problem'] as const) {
    const update = ticketUpdate(draft({ plan: made, ticket: ticket({ type }) }));
    expect(update).toBeDefined();
    expect(update).not.toHaveProperty('due_at');
    expect(update).not.toHaveProperty('type');
  }
});

test('a value that somebody changed back is not fought over', () => {
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  const update = ticketUpdate(draft({ plan: made, leftAlone: new Set(['update_due', 'due_at']) }));
  expect(value(update, fieldIds.update_due)).toBeUndefined();
  expect(update).not.toHaveProperty('due_at');
  expect(value(update, fieldIds.next_due)).toBe('2026-04-09');
});

test('a record that a person has damaged is written anew', () => {
  const made = plan([received, acknowledged], '2026-04-02T10:00:00Z');
  const update = ticketUpdate(
    draft({ plan: made, ticket: ticket({ customFields: new Map([[fieldIds.record, '{"v":1']]) }) }),
  );
  expect(value(update, fieldIds.record)).toBe(encodeRecord(made.record));
});
