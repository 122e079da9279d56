import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openLedger, type WholeCase } from '../../server/ledger/index.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';

const NOON = Date.parse('2026-04-08T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let ledger: Ledger;
let ticketId = 1_000;

const open = () =>
  openLedger({
    databaseUrl: database.url,
    onError: (error) => {
      throw error;
    },
  });

beforeAll(async () => {
  database = await testDatabase();
  ledger = await open();
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});
beforeEach(() => {
  ticketId += 1;
});

function wholeCase(changes: Partial<WholeCase['row']> = {}): WholeCase {
  return {
    row: {
      ticketId,
      stage: 'acknowledged',
      channel: 'letter',
      policyId: 'ask4',
      policyVersion: '2026-01-01',
      outcome: null,
      receivedAt: NOON,
      closedAt: null,
      nextDueAt: NOON + 60 * MINUTE,
      nextDuty: 'policy.update',
      nextLookAt: NOON + 30 * MINUTE,
      requesterId: 19_000_000_000_123,
      assigneeId: null,
      groupId: 7,
      brandId: null,
      organizationId: null,
      formId: null,
      category: null,
      flags: ['data_protection'],
      firstMadeAt: NOON - 60 * MINUTE,
      currentTicketId: ticketId,
      ticketUpdatedAt: NOON,
      lostAt: null,
      lostWhy: null,
      marks: ['post_required', 'no, "comma"'],
      nextDueDate: null,
      byPost: false,
      rating: null,
      markedSince: { post_required: NOON },
      updatedAt: NOON,
      ...changes,
    },
    events: [
      {
        auditId: 12,
        kind: 'received',
        at: NOON - MINUTE,
        recordedAt: NOON,
        authorId: 3,
        payload: { channel: 'letter' },
      },
      { auditId: 12, kind: 'acknowledged', at: NOON, recordedAt: NOON, authorId: null, payload: {} },
    ],
    deadlines: [
      {
        regime: 'policy',
        duty: 'update',
        anchorAt: NOON,
        projected: false,
        dueAt: NOON + 60 * MINUTE,
        dueDate: '2026-04-10',
        warnAt: NOON + 30 * MINUTE,
        doneAt: null,
        waived: null,
        delayReason: null,
      },
    ],
  };
}

describe('migrations', () => {
  it('come to the same when two processes start at once', async () => {
    const fresh = await testDatabase();
    const onError = () => {};
    const both = await Promise.all([1, 2].map(() => openLedger({ databaseUrl: fresh.url, onError })));
    await Promise.all(both.map((opened) => opened.wake([{ ticketId: 1, at: NOON }])));
    expect(await both[0]?.readWake(1)).toMatchObject({ seq: 2 });
    await Promise.all(both.map((opened) => opened.close()));
    await fresh.drop();
  });
});

describe('cases', () => {
  it('come back as they were saved', async () => {
    await ledger.transaction((tx) => ledger.saveCase(tx, wholeCase()));
    expect(await ledger.readCase(ticketId)).toEqual(wholeCase());
  });

  it('are replaced whole', async () => {
    await ledger.transaction((tx) => ledger.saveCase(tx, wholeCase()));
    const later = { ...wholeCase({ stage: 'closed', closedAt: NOON, marks: [] }), events: [], deadlines: [] };
    await ledger.transaction((tx) => ledger.saveCase(tx, later));
    expect(await ledger.readCase(ticketId)).toEqual(later);
  });

  it('are not saved where the transaction fails', async () => {
    const failing = ledger.transaction(async (tx) => {
      await ledger.saveCase(tx, wholeCase());
      throw new Error('later step');
    });
    await expect(failing).rejects.toThrow('later step');
    expect(await ledger.readCase(ticketId)).toBeUndefined();
  });

  it('can be removed', async () => {
    await ledger.transaction((tx) => ledger.saveCase(tx, wholeCase()));
    await ledger.transaction((tx) => ledger.removeCase(tx, ticketId));
    expect(await ledger.readCase(ticketId)).toBeUndefined();
  });

  it('tell how many were acknowledged lately, to whom and by whom', async () => {
    const acknowledged = (at: number, requesterId: number, authorId: number, payload = {}) => {
      ticketId += 1;
      const events = [{ auditId: ticketId, kind: 'acknowledged', at, recordedAt: at, authorId, payload }];
      return ledger.transaction((tx) => ledger.saveCase(tx, { ...wholeCase({ requesterId }), events }));
    };
    const since = NOON + 1_000 * MINUTE;
    await acknowledged(since - 1, 51, 9);
    await acknowledged(since, 51, 9);
    await acknowledged(since + 1, 52, 9);
    await acknowledged(since + 2, 52, 8);
    await acknowledged(since + 3, 52, 9, { refused: 'in_future' });
    await acknowledged(since + 4, 52, 9, { corrected_by: 77 });
    expect(await ledger.countAcknowledgements({ since, authorId: 9 })).toBe(2);
    expect(await ledger.countAcknowledgements({ since, authorId: 9, requesterId: 52 })).toBe(1);
  });

  it('give out the right to send singly, however many ask at once', async () => {
    const at = NOON + 5_000 * MINUTE;
    const limit = { since: at - 10 * MINUTE, authorId: 9, most: 3 };
    const asked = Array.from({ length: 12 }, (_, index) =>
      ledger.takeSendSlot({ ticketId: 90_000 + index, requesterId: index, at, limits: [limit] }),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(3);
    const later = at + 10 * MINUTE + 1;
    const next = { ticketId: 90_100, requesterId: 7, at: later };
    expect(await ledger.takeSendSlot({ ...next, limits: [{ ...limit, since: later - 10 * MINUTE }] })).toBe(
      true,
    );
    // A look that is repeated isn't in its own way.
    const own = { ...limit, since: later - 10 * MINUTE, most: 1 };
    expect(await ledger.takeSendSlot({ ...next, limits: [own] })).toBe(true);
    expect(await ledger.takeSendSlot({ ...next, ticketId: 90_101, limits: [own] })).toBe(false);
  });
});

describe('wakes', () => {
  const dueAt = async (now: number) => (await ledger.dueWakes(now, 1_000)).includes(ticketId);
  const settle = (seq: number, nextAt: number | null, quietUntil = 0) =>
    ledger.transaction((tx) => ledger.settleWake(tx, { ticketId, seq, nextAt, quietUntil }));

  it('keep the earlier time and raise seq', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    await ledger.wake([{ ticketId, at: NOON + MINUTE }]);
    expect(await ledger.readWake(ticketId)).toMatchObject({ seq: 2 });
    expect(await dueAt(NOON - 1)).toBe(false);
    expect(await dueAt(NOON)).toBe(true);
  });

  it('that may wait are handed out where fewer than they may take at once are due that may not', async () => {
    const none = { nextAt: null, quietUntil: 0 };
    const ids = [80_001, 80_002, 80_003, 80_004];
    const [first = 0, second = 0] = ids;
    await ledger.wake(ids.map((id) => ({ ticketId: id, at: NOON - DAY, background: true })));
    const due = async () => (await ledger.dueWakes(NOON - DAY, 10, 2)).filter((id) => ids.includes(id));
    expect(await due()).toEqual([80_001, 80_002]);
    await ledger.wake([{ ticketId: 80_004, at: NOON - DAY }]);
    expect(await due()).toEqual([80_004, 80_001]);
    await ledger.wake([{ ticketId: 80_003, at: NOON - DAY }]);
    expect(await due()).toEqual([80_003, 80_004]);
    // A look may say of its next one that it can wait.
    const next = { nextAt: NOON - DAY, nextMayWait: true, quietUntil: 0 };
    await ledger.transaction((tx) => ledger.settleWake(tx, { ticketId: 80_003, seq: 2, ...next }));
    expect(await due()).toEqual([80_004, first]);
    for (const [index, id] of [first, second, 80_003, 80_004].entries())
      await ledger.transaction((tx) =>
        ledger.settleWake(tx, { ticketId: id, seq: index < 2 ? 1 : 2, ...none }),
      );
    expect(await due()).toEqual([]);
  });

  it('take several of one ticket in one commit, with the latest change told', async () => {
    await ledger.wake([
      { ticketId, at: NOON, changedAt: NOON - 5 },
      { ticketId, at: NOON - MINUTE, changedAt: NOON - 9 },
      { ticketId, at: NOON },
    ]);
    expect(await ledger.readWake(ticketId)).toMatchObject({
      seq: 1,
      wakeAt: NOON - MINUTE,
      attempts: 0,
      changedAt: NOON - 5,
      background: false,
    });
    expect(await dueAt(NOON - MINUTE)).toBe(true);
  });

  it('stay due until they are settled, then fall due at the next time', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    expect(await settle(1, NOON + MINUTE)).toBe('settled');
    expect(await dueAt(NOON)).toBe(false);
    expect(await dueAt(NOON + MINUTE)).toBe(true);
    expect(await settle(1, null)).toBe('settled');
    expect(await dueAt(NOON + 999 * MINUTE)).toBe(false);
  });

  it('stay due where the ticket was woken during the look', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    await ledger.wake([{ ticketId, at: NOON }]);
    expect(await settle(1, null)).toBe('woken');
    expect(await dueAt(NOON)).toBe(true);
  });

  it('are not planned where the transaction that settles them fails', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    const failing = ledger.transaction(async (tx) => {
      await ledger.settleWake(tx, { ticketId, seq: 1, nextAt: null, quietUntil: 0 });
      throw new Error('not saved');
    });
    await expect(failing).rejects.toThrow('not saved');
    expect(await dueAt(NOON)).toBe(true);
  });

  it('wait for the end of the quiet time, and fall due with it', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    await settle(1, null, NOON + 3_000);
    await ledger.wake([{ ticketId, at: NOON + 1_000 }]);
    expect(await dueAt(NOON + 2_999)).toBe(false);
    expect(await ledger.nextWakeAt(NOON + 2_000)).toBe(NOON + 3_000);
    expect(await dueAt(NOON + 3_000)).toBe(true);
  });

  it('to come: the next is the one whose time and quiet time are both over first', async () => {
    const later = NOON + 999 * 24 * 60 * MINUTE;
    const planned = async (id: number, nextAt: number | null, quietUntil = 0) => {
      await ledger.wake([{ ticketId: id, at: NOON }]);
      const seq = (await ledger.readWake(id))?.seq ?? 0;
      await ledger.transaction((tx) => ledger.settleWake(tx, { ticketId: id, seq, nextAt, quietUntil }));
    };
    const [first, same, after] = [ticketId, ticketId + 10_000, ticketId + 20_000];
    await planned(first, later, later + 10_000);
    expect(await ledger.nextWakeAt(later - 1)).toBe(later + 10_000);
    await planned(after, later + 4_000);
    expect(await ledger.nextWakeAt(later - 1)).toBe(later + 4_000);
    await planned(same, later, later + 2_000);
    expect(await ledger.nextWakeAt(later - 1)).toBe(later + 2_000);
    await planned(same, later);
    expect(await ledger.nextWakeAt(later - 1)).toBe(later);
    expect(await ledger.nextWakeAt(later)).toBe(later + 4_000);
    for (const id of [first, same, after]) await planned(id, null);
    expect(await ledger.nextWakeAt(later - 1)).toBeUndefined();
  });

  it('ignore a quiet time from before the clock was set back', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    await settle(1, null, NOON + 14 * 24 * 60 * MINUTE);
    await ledger.wake([{ ticketId, at: NOON }]);
    expect(await dueAt(NOON)).toBe(true);
  });

  it('count failures, and forget them after a look that succeeded', async () => {
    await ledger.wake([{ ticketId, at: NOON }]);
    await ledger.failWake({
      ticketId,
      seq: 1,
      at: NOON + MINUTE,
      atIfWoken: NOON + MINUTE,
      quietUntil: NOON,
      error: 'unavailable',
      code: 'unavailable',
      gaveUpAt: null,
    });
    await ledger.failWake({
      ticketId,
      seq: 1,
      at: NOON + 2 * MINUTE,
      atIfWoken: NOON + 2 * MINUTE,
      quietUntil: NOON,
      error: 'unavailable',
      code: 'unavailable',
      gaveUpAt: null,
    });
    expect(await ledger.readWake(ticketId)).toMatchObject({ attempts: 2 });
    expect(await dueAt(NOON + MINUTE)).toBe(false);
    await settle(1, null);
    expect(await ledger.readWake(ticketId)).toMatchObject({ attempts: 0 });
  });
});

describe('settings', () => {
  it('keep their first value', async () => {
    expect(await ledger.settleSetting('live_since', 'first')).toBe('first');
    expect(await ledger.settleSetting('live_since', 'second')).toBe('first');
    expect(await ledger.readSetting('live_since')).toBe('first');
    expect(await ledger.readSetting('unknown')).toBeUndefined();
  });
});
