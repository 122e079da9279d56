import { describe, expect, test } from 'vitest';
import { readFamily } from '../../../server/reconcile/family.ts';
import { mergedIn, mergeTarget } from '../../../server/reconcile/links.ts';
import { ZendeskError } from '../../../server/zendesk/errors.ts';
import type { Audit, Ticket } from '../../../server/zendesk/port.ts';
import { AGENT, audit, says, status, tags, ticket } from './history-builder.ts';

type Tickets = Readonly<Record<number, readonly [Partial<Ticket>, readonly Audit[]]>>;

/** An account that holds these tickets and no others. */
function account(tickets: Tickets) {
  const find = (id: number) => {
    const found = tickets[id];
    if (found) return found;
    throw new ZendeskError('there is no such ticket', { code: 'not_found', effect: 'none' });
  };
  return {
    ticket: async (id: number) => ticket({ id, ...find(id)[0] }),
    audits: async (id: number) => [...find(id)[1]],
  };
}

const at = '2026-04-02T10:00:00Z';
const of = (ticketId: number, one: Audit, mergedWith?: number[]): Audit => ({
  ...one,
  ticketId,
  via: { channel: 'web', ...(mergedWith ? { rel: 'merge', mergedWith } : {}) },
});
const comment = (body: string) => ({ ...says(AGENT, false), body });
const closing = (ticketId: number, body: string, mergedWith?: number[]) =>
  of(
    ticketId,
    audit(at, AGENT, [comment(body), status('open', 'closed'), tags([], ['closed_by_merge'])]),
    mergedWith,
  );
const receiving = (ticketId: number, mergedWith?: number[]) =>
  of(ticketId, audit(at, AGENT, [comment('Closed and merged into this request')]), mergedWith);

describe('where a merged ticket went', () => {
  test('Zendesk says it on the audit of the merge, which on the survivor closes nothing', () => {
    const source = closing(1, 'It is in #9 now', [2]);
    expect(mergeTarget(ticket({ id: 1, status: 'closed' }), [source])).toEqual({
      candidates: [2],
      certain: true,
    });
    expect(mergedIn(source)).toEqual([]);
    expect(mergedIn(receiving(2, [1]))).toEqual([1]);
  });

  test('a ticket that was closed otherwise, or is open, went nowhere', () => {
    const closed = of(1, audit(at, AGENT, [status('solved', 'closed')]));
    expect(mergeTarget(ticket({ status: 'closed' }), [closed])).toBeUndefined();
    expect(mergeTarget(ticket({ status: 'open' }), [closing(1, '', [2])])).toBeUndefined();
  });
});

describe('a family', () => {
  test('a number in the comment is believed where that ticket tells of the merge too', async () => {
    const tickets: Tickets = {
      1: [{ status: 'closed' }, [closing(1, 'Like #7, this was merged into request #2')]],
      2: [{}, [receiving(2, [1])]],
      7: [{}, []],
    };
    const port = account(tickets);
    const family = await readFamily(port, await port.ticket(1));
    expect([...family.members.keys()]).toEqual([1, 2]);
    expect(family.members.get(1)?.mergedInto).toBe(2);
  });

  test('and not where it does not: anybody can write a number', async () => {
    const port = account({ 1: [{ status: 'closed' }, [closing(1, 'See #7')]], 7: [{}, []] });
    const family = await readFamily(port, await port.ticket(1));
    expect([...family.members.keys()]).toEqual([1]);
  });

  test('takes in follow-ups, those of follow-ups, and merges; knows what is gone', async () => {
    const tickets: Tickets = {
      1: [{ status: 'closed', followUpIds: [2, 3] }, []],
      2: [{ status: 'closed', via: { channel: 'web', followUpOf: 1 } }, [closing(2, '', [4])]],
      4: [{}, [receiving(4, [2])]],
    };
    const port = account(tickets);
    for (const start of [1, 2, 4]) {
      const family = await readFamily(port, await port.ticket(start));
      expect([start, [...family.members.keys()].sort(), [...family.gone]]).toEqual([start, [1, 2, 4], [3]]);
    }
  });

  test('that is too large is cut, and says so', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => index + 2);
    const sources = ids.map((id) => [id, [{ status: 'closed' }, [closing(id, '', [1])]]] as const);
    const tickets: Tickets = { 1: [{}, [receiving(1, ids)]], ...Object.fromEntries(sources) };
    const port = account(tickets);
    const family = await readFamily(port, await port.ticket(1));
    expect([family.members.size, family.cut]).toEqual([25, true]);
  });
});
