import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { EventKind } from '../../../domain/events.ts';
import { ANNA } from './support/people.ts';
import { startWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type Complaint = Readonly<Record<string, unknown>>;
const says = (body: string) => ({ comment: { body, public: true } });
const tell = (complaint: Complaint) => ({
  comment: { body: 'In plain words.', public: false },
  metadata: { complaint },
});
const answer = { ...says('What we found.'), add: ['complaint_response_sent'] };
const now = () => new Date(world.demo.sandbox.clock.now()).toISOString();
const rows = async (id: number) => (await world.demo.service.ledger.readCase(id))?.events ?? [];
const counted = async (id: number) =>
  (await rows(id)).filter(({ payload }) => !('refused' in payload)).map(({ kind }) => kind);

/** A case to which these changes have happened, one after the other. */
async function caseAfter(...changes: Record<string, unknown>[]): Promise<number> {
  // Out of the burst brake's way.
  world.demo.sandbox.clock.advance(60_000);
  const id = await world.acknowledged();
  for (const change of changes) {
    world.demo.sandbox.clock.advance(1_000);
    await world.tom.change(id, change);
    await world.settled(id);
  }
  return id;
}

describe('each event, as it is told', () => {
  const EARLIER: Partial<Record<EventKind, readonly Record<string, unknown>[]>> = {
    appeal_acknowledged: [answer, tell({ event: 'appealed' })],
    appealed: [answer],
    appeal_responded: [answer, tell({ event: 'appealed' })],
    decided: [tell({ event: 'referred' })],
  };

  test.each([
    ['appealed', 'appealed'],
    ['appeal_responded', 'responded'],
    ['deadlock', 'acknowledged'],
    ['referred', 'referred'],
    ['decided', 'acknowledged'],
    ['withdrawn', 'ended'],
    ['not_a_complaint', 'ended'],
    ['exception', 'acknowledged'],
  ] as const)('%s by metadata with an internal comment', async (event, stage) => {
    const id = await caseAfter(...(EARLIER[event] ?? []), tell({ event, reason: 'as agreed' }));
    expect(await counted(id)).toContain(event);
    expect((await world.demo.service.ledger.readCase(id))?.row.stage).toBe(stage);
    const row = (await rows(id)).find(({ kind }) => kind === event);
    expect(row?.payload).toMatchObject({ by_hand: true, reasoned: true });
    expect(JSON.stringify(await rows(id))).not.toMatch(/as agreed|plain words/);
    expect(await world.marks(id)).toEqual([]);
  });

  test.each([
    ['updated', 'complaint_update_sent'],
    ['responded', 'complaint_response_sent'],
    ['adr_letter_sent', 'complaint_adr_letter_sent'],
  ] as const)('%s by its tag with a reply, and by hand with the date of posting', async (event, tag) => {
    const byTag = await caseAfter({ ...says('It is so.'), add: [tag] });
    expect(await counted(byTag)).toContain(event);
    const byHand = await caseAfter();
    await world.tom.change(byHand, tell({ event, posted_at: now() }));
    await world.settled(byHand);
    expect((await rows(byHand)).find(({ kind }) => kind === event)?.at).toBeGreaterThan(0);
    expect(await counted(byHand)).toContain(event);
  });

  test('by the drop-down, where a role may not add tags, and again with the next reply', async () => {
    const { account } = world.demo;
    const role = { name: 'Without tags', configuration: { ticket_tag_editing: false } };
    const made = z
      .object({ custom_role: z.object({ id: z.number() }) })
      .parse(await world.priya.call('POST', 'custom_roles', { custom_role: role }));
    await world.priya.call('PUT', `users/${ANNA}`, { user: { custom_role_id: made.custom_role.id } });
    const reply = {
      ...says('Where we are.'),
      add: ['complaint_update_sent'],
      custom_fields: [{ id: account.fields.reply_is, value: 'complaint_update_sent' }],
    };
    const id = await caseAfter();
    const { custom_fields: _chosen, ...tagged } = reply;
    await world.anna.change(id, tagged);
    await world.settled(id);
    expect(await counted(id)).toEqual(['received', 'acknowledged']);
    for (const times of [1, 2]) {
      world.demo.sandbox.clock.advance(60_000);
      await world.anna.change(id, reply);
      const ticket = await world.settled(id);
      expect(await counted(id)).toEqual(['received', 'acknowledged', ...Array(times).fill('updated')]);
      expect(world.field(ticket, 'reply_is')).toBeNull();
      expect(ticket.tags).not.toContain('complaint_update_sent');
    }
    const writes = world.puts(id).length;
    await world.lookAgain(id);
    expect(world.puts(id)).toHaveLength(writes);
  });

  test('by hand with an earlier audit: my reply was the update', async () => {
    const id = await caseAfter(says('Where we are.'));
    const reply = (await world.tom.audits(id)).findLast(({ events }) =>
      events.some((one) => one.type === 'Comment' && one.public === true),
    );
    world.demo.sandbox.clock.advance(60_000);
    await world.tom.change(id, tell({ event: 'updated', of_audit: reply?.id }));
    await world.settled(id);
    expect((await rows(id)).find(({ kind }) => kind === 'updated')?.at).toBe(
      Date.parse(reply?.created_at ?? ''),
    );
  });

  test('responded keeps the outcome, also by hand', async () => {
    const id = await caseAfter();
    await world.tom.change(id, tell({ event: 'responded', posted_at: now(), outcome: 'upheld' }));
    await world.settled(id);
    expect((await world.demo.service.ledger.readCase(id))?.row.outcome).toBe('upheld');
  });

  test('after an appeal a reply is the answer to the appeal', async () => {
    const id = await caseAfter(answer, tell({ event: 'appealed' }), answer);
    expect(await counted(id)).toContain('appeal_responded');
  });
});

describe('what is noted on the file', () => {
  const note = (complaint: Complaint) => tell({ event: 'noted', ...complaint });

  test('reaches the record and the ledger, and moves nothing', async () => {
    const delay = { topic: 'delay', regime: 'ask4', duty: 'update', code: 'workload' };
    const id = await caseAfter(note(delay), note({ topic: 'guard_passed', code: 'open_duty' }));
    const ticket = await world.tom.ticket(id);
    expect(world.recordOf(ticket)).toMatchObject({
      stage: 'acknowledged',
      notes: [delay, { topic: 'guard_passed', code: 'open_duty' }],
    });
    expect((await rows(id)).map(({ kind, payload }) => [kind, payload.topic])).toEqual([
      ['received', undefined],
      ['acknowledged', undefined],
      ['noted', 'delay'],
      ['noted', 'guard_passed'],
    ]);
    expect((await rows(id)).at(2)?.payload).toEqual({ ...delay, by_hand: true });
    expect(await world.marks(id)).toEqual([]);
    const writes = world.puts(id).length;
    await world.lookAgain(id);
    expect(world.puts(id)).toHaveLength(writes);
  });

  test('a date that the ombudsman has set is due on the ticket, in the register and on the record', async () => {
    const id = await caseAfter(
      answer,
      tell({ event: 'referred', reference: 'CO-77' }),
      note({ topic: 'ombudsman_date', due_date: '2026-04-14' }),
    );
    const ticket = await world.tom.ticket(id);
    expect(world.field(ticket, 'next_due')).toBe('2026-04-14');
    expect(world.field(ticket, 'next_step')).toBe('complaint_next_case_file');
    const whole = await world.demo.service.ledger.readCase(id);
    expect(whole?.row).toMatchObject({
      nextDuty: 'ombudsman.case_file',
      nextDueAt: Date.parse('2026-04-14T23:00Z'),
    });
    expect(whole?.events.find(({ kind }) => kind === 'referred')?.payload).toMatchObject({
      reference: 'CO-77',
    });
    await world.tom.change(id, note({ topic: 'case_file_sent' }));
    expect(world.field(await world.settled(id), 'next_due')).not.toBe('2026-04-14');
    expect(world.recordOf(await world.tom.ticket(id)).deadlines).toEqual(
      expect.arrayContaining([expect.objectContaining({ duty: 'case_file', doneAt: expect.any(Number) })]),
    );
  });

  test('flags chosen in the field count, and the field is left to the people', async () => {
    const id = await caseAfter();
    const { flags } = world.demo.account.fields;
    const value = ['complaint_flag_data_protection', 'complaint_flag_needs_support'];
    await world.tom.change(id, { custom_fields: [{ id: flags, value }] });
    const ticket = await world.settled(id);
    expect(world.recordOf(ticket).flags).toEqual(['data_protection', 'needs_support']);
    expect((await world.demo.service.ledger.readCase(id))?.row.flags).toEqual([
      'data_protection',
      'needs_support',
    ]);
    expect(world.field(ticket, 'flags')).toEqual(value);
    await world.tom.change(id, { custom_fields: [{ id: flags, value: [] }] });
    expect(world.recordOf(await world.settled(id))).not.toHaveProperty('flags');
    expect(await world.marks(id)).toEqual([]);
  });
});

describe('what can not be is refused with the reason, which reaches a person and is listed', () => {
  const future = '2027-01-01T00:00:00Z';
  test.each<[string, readonly Record<string, unknown>[], string, string]>([
    [
      'an appeal before any response',
      [tell({ event: 'appealed' })],
      'not_responded',
      'no formal response yet',
    ],
    ['an answer to no appeal', [tell({ event: 'appeal_responded' })], 'not_appealed', 'there is no appeal'],
    ['a decision without a referral', [tell({ event: 'decided' })], 'not_referred', 'not referred'],
    ['a withdrawal in the future', [tell({ event: 'withdrawn', at: future })], 'in_future', 'in the future'],
    [
      'a letter posted before the complaint came',
      [tell({ event: 'updated', posted_at: '2026-03-01T00:00:00Z' })],
      'before_receipt',
      'before the receipt',
    ],
    ['an update that told nobody anything', [tell({ event: 'updated' })], 'nobody_told', 'nobody was told'],
    [
      'an update by a reply that is not there',
      [tell({ event: 'updated', of_audit: 1 })],
      'unknown_audit',
      'names an earlier update',
    ],
    [
      'something more after the end',
      [tell({ event: 'withdrawn' }), tell({ event: 'deadlock' })],
      'case_ended',
      'the case has ended',
    ],
  ])('%s', async (_name, changes, why, words) => {
    const id = await caseAfter(...changes);
    const refused = (await rows(id)).filter(({ payload }) => 'refused' in payload);
    expect(refused.map(({ payload }) => payload.refused)).toEqual([why]);
    expect(await world.marks(id)).toEqual(['event_refused']);
    expect((await world.tom.ticket(id)).tags).toContain('complaint_needs_person');
    expect((await world.notes(id)).join()).toContain(words);
  });

  test.each([
    [
      'of the regulator’s limit',
      { duty: 'adr_letter', within: '2 weeks', reason: 'x' },
      'can not be extended',
    ],
    ['of a duty that is none', { duty: 'tea', within: '2 weeks', reason: 'x' }, 'no such deadline'],
    ['that the policy does not foresee', { duty: 'update', within: '1 week', reason: 'x' }, 'does not allow'],
  ])('an extension %s', async (_name, extended, words) => {
    const id = await caseAfter();
    const before = (await world.demo.service.ledger.readCase(id))?.deadlines.map(({ dueDate }) => dueDate);
    await world.tom.change(id, tell({ event: 'extended', ...extended }));
    await world.settled(id);
    expect(await world.marks(id)).toEqual(['event_refused']);
    expect((await world.notes(id)).join()).toContain(words);
    expect((await world.demo.service.ledger.readCase(id))?.deadlines.map(({ dueDate }) => dueDate)).toEqual(
      before,
    );
  });
});
