import { expect, test } from 'vitest';
import { changedBackAt, readHistory } from '../../../server/reconcile/read-history.ts';
import type { AuditEvent } from '../../../server/zendesk/port.ts';
import { AGENT, at, audit, CUSTOMER, SERVICE, says, tags } from './history-builder.ts';

const history = (audits: ReturnType<typeof audit>[]) => readHistory(audits, SERVICE, CUSTOMER);
const set = (value: string | null, previous: string | null = null): AuditEvent => ({
  kind: 'change',
  field: '77',
  value,
  previous,
  byRule: false,
});

test('knows the notes that the service wrote, and believes no one else about them', () => {
  const own = audit('2026-04-02T10:00:00Z', SERVICE, [says(SERVICE, false)], {
    notes: ['due_soon:ask4.update:2026-04-09'],
  });
  const forged = audit('2026-04-02T10:00:00Z', AGENT, [says(AGENT, false)], { notes: ['channel_refused'] });
  expect([...history([own, forged]).notes]).toEqual(['due_soon:ask4.update:2026-04-09']);
});

test('knows each time that a person took the complaint tag off, but not what a rule or the service did', () => {
  const off = (who: number, byRule = false) =>
    audit('2026-04-02T10:00:00Z', who, [tags(['formal_complaint'], [], byRule)]);
  expect(history([off(AGENT), off(SERVICE), off(AGENT, true)]).tagRemovals).toEqual([
    at('2026-04-02T10:00:00Z'),
  ]);
});

test('an acknowledgement without a notification to the requester in the same audit was not delivered', () => {
  const sent = (recipients: number[]) =>
    audit('2026-04-02T10:00:00Z', SERVICE, [
      says(SERVICE),
      tags([], ['complaint_ack_sent']),
      { kind: 'notification', recipients },
    ]);
  expect(history([sent([CUSTOMER])]).notDeliveredAt).toBeUndefined();
  expect(history([sent([AGENT])]).notDeliveredAt).toBe(at('2026-04-02T10:00:00Z'));
});

test('metadata that can not be read is seen', () => {
  expect(history([audit('2026-04-02T10:00:00Z', AGENT, [], { event: 'exploded' })]).unreadableAt).toBe(
    at('2026-04-02T10:00:00Z'),
  );
  expect(
    history([audit('2026-04-02T10:00:00Z', AGENT, [], { event: 'withdrawn' })]).unreadableAt,
  ).toBeUndefined();
});

test('a value changed back after the service wrote it is left alone until the service wants another', () => {
  const ours = audit('2026-04-02T10:00:00Z', SERVICE, [set('2026-04-09')]);
  const theirs = audit('2026-04-03T10:00:00Z', AGENT, [set('2026-04-30', '2026-04-09')]);
  const restored = audit('2026-04-04T10:00:00Z', AGENT, [set('2026-04-09', '2026-04-30')]);
  expect(changedBackAt([ours], SERVICE, '77', '2026-04-09')).toBeUndefined();
  expect(changedBackAt([ours, theirs], SERVICE, '77', '2026-04-09')).toBe(at('2026-04-03T10:00:00Z'));
  expect(changedBackAt([ours, theirs], SERVICE, '77', '2026-04-10')).toBeUndefined();
  expect(changedBackAt([ours, theirs, restored], SERVICE, '77', '2026-04-09')).toBeUndefined();
});
