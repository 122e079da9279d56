import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CSV_BEGIN, csvCell } from '../../server/api/csv.ts';
import { exportRegister } from '../../server/api/export.ts';
import { startApi, type TestApi, wholeCase } from './support/api.ts';

let api: TestApi;
const at = (text: string): number => Date.parse(text);

beforeAll(async () => {
  api = await startApi();
  await api.save(
    wholeCase(1, { assigneeId: 11, groupId: 21, brandId: 31, organizationId: 41, category: 'billing' }),
    wholeCase(2, { nextDueAt: at('2026-04-19T12:00:00Z'), stage: 'received', groupId: 21 }),
    wholeCase(3, {
      nextDueAt: null,
      closedAt: at('2026-04-10T12:00:00Z'),
      stage: 'closed',
      category: '=1+1',
    }),
    wholeCase(4, { nextDueAt: at('2026-04-21T12:00:00Z'), receivedAt: at('2026-04-15T09:00:00Z') }),
    wholeCase(5, {
      nextDueAt: null,
      policyId: 'other',
      lostWhy: '@SUM("A1",1)\n',
      lostAt: at('2026-04-16T12:00:00Z'),
    }),
    wholeCase(6, { nextDueAt: at('2026-04-21T12:00:00Z'), updatedAt: at('2026-04-18T09:00:00Z') }),
  );
});
afterAll(() => api.stop());

const answerShape = z.object({
  cases: z.array(z.object({ ticketId: z.number(), overdue: z.boolean(), nextDueAt: z.string().nullable() })),
  nextCursor: z.string().nullable(),
  total: z.number().optional(),
});

async function register(query: string) {
  const answer = await api.ask(`/cases?${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return answerShape.parse(answer.json());
}
const ids = async (query: string): Promise<number[]> =>
  (await register(query)).cases.map(({ ticketId }) => ticketId);

describe('GET /cases', () => {
  it.each([
    ['', [2, 4, 6, 1, 3, 5]],
    ['order=desc', [1, 6, 4, 2, 5, 3]],
    ['sort=ticket', [1, 2, 3, 4, 5, 6]],
    ['sort=ticket&order=desc&limit=2', [6, 5]],
    ['sort=received&order=desc&limit=1', [4]],
    ['sort=updated&order=desc&limit=1', [6]],
    ['open=false', [3]],
    ['overdue=true', [2]],
    ['overdue=false&open=true&sort=ticket', [1, 4, 5, 6]],
    ['due_before=2026-04-21T12:00:00Z', [2]],
    ['due_before=2026-04-21T13:00:01%2B01:00', [2, 4, 6]],
    ['stage=received', [2]],
    ['stage=received,closed', [2, 3]],
    ['assignee=11', [1]],
    ['group=21', [2, 1]],
    ['group=21&brand=31&organization=41&category=billing', [1]],
    ['assignee=11,12,13&stage=closed', []],
    ['policy=other', [5]],
    ['received_from=2026-04-15T09:00:00Z', [4]],
    ['received_to=2026-04-15T09:00:00Z&sort=ticket', [1, 2, 3, 5, 6]],
  ])('?%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it.each([
    'due',
    'received',
    'updated',
    'ticket',
  ])('by %s in pages shows each case once, both ways', async (sort) => {
    for (const order of ['asc', 'desc']) {
      const seen: number[] = [];
      let cursor = '';
      do {
        const page = await register(`sort=${sort}&order=${order}&limit=1${cursor}`);
        seen.push(...page.cases.map(({ ticketId }) => ticketId));
        expect(page.total).toBe(cursor === '' ? 6 : undefined);
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(seen).toEqual(await ids(`sort=${sort}&order=${order}`));
    }
  });

  it('tells times with their zone, and what is overdue', async () => {
    const { cases } = await register('overdue=true');
    expect(cases).toMatchObject([{ ticketId: 2, overdue: true, nextDueAt: '2026-04-19T12:00:00.000Z' }]);
  });

  const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    ['limit=0', ['limit']],
    ['limit=501', ['limit']],
    ['limit=1e2', ['limit']],
    ['limit=5&limit=6', ['limit']],
    ['sort=requester_id', ['sort']],
    ['sort=due;drop table cases', ['sort']],
    ['order=up', ['order']],
    ['stage=unknown', ['stage']],
    ['assignee=me', ['assignee']],
    ['assignee=99999999999999999', ['assignee']],
    [`assignee=${Array(51).fill(1).join(',')}`, ['assignee']],
    ['overdue=yes', ['overdue']],
    ['due_before=tomorrow', ['due_before']],
    ['due_before=2026-04-21T12:00:00', ['due_before']],
    ['received_from=0000-01-01T00:00:00Z', ['received_from']],
    ["category=x'%20or%201=1--", ['category']],
    ['cursor=abc', ['cursor']],
    [`cursor=${cursorOf({ sort: 'ticket', descending: false, value: 1, ticketId: 1 })}`, ['cursor']],
    [`cursor=${cursorOf({ sort: 'due', descending: false, value: 9e15, ticketId: 1 })}`, ['cursor']],
    [`cursor=${cursorOf({ sort: 'due', descending: false, value: '1; drop', ticketId: 1 })}`, ['cursor']],
    ['name=Miller', ['name']],
    ['limit=0&order=up&x=1', ['limit', 'order', 'x']],
  ])('?%s is refused, with each fault by its name', async (query, names) => {
    const answer = await api.ask(`/cases?${query}`);
    expect(answer.status).toBe(422);
    const problem = z
      .object({
        code: z.literal('invalid_query'),
        faults: z.array(z.object({ name: z.string(), message: z.string() })),
      })
      .parse(answer.json());
    expect(problem.faults.map(({ name }) => name).sort()).toEqual([...names].sort());
  });
});

describe('GET /cases.csv', () => {
  it('is a file of the same cases in which no cell is a formula', async () => {
    const answer = await api.ask('/cases.csv?sort=ticket');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="complaints.csv"');
    const file = await fetch(`${api.url}/api/v1/cases.csv`, {
      headers: { authorization: `Bearer ${await api.session()}` },
    });
    expect([...new Uint8Array(await file.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toMatch(/^ticket_id,current_ticket_id,stage,/);
    expect(lines).toHaveLength(8);
    expect(lines[3]).toContain(",'=1+1,");
    expect(lines[5]).toContain(',"\'@SUM(""A1"",1)\n"');
    expect((await api.ask('/cases.csv?sort=ticket&group=21')).text.split('\r\n')).toHaveLength(4);
    expect((await api.ask('/cases.csv?limit=5')).status).toBe(422);
  });

  it.each([
    'due',
    'received',
    'updated',
    'ticket',
  ] as const)('by %s goes on from piece to piece', async (sort) => {
    const query = { sort, order: 'desc', language: 'en' } as const;
    const pieces: string[] = [];
    for await (const piece of exportRegister(api.ledger, query, { now: api.clock.now(), pieceRows: 2 }))
      pieces.push(piece);
    expect(pieces).toHaveLength(4);
    expect(pieces.join('')).toBe(
      (await api.ask(`/cases.csv?sort=${sort}&order=desc`, {})).text.replace(/^/, CSV_BEGIN),
    );
  });
});

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['  =1', "'  =1"],
    ['say "so"', '"say ""so"""'],
    ['a,b', '"a,b"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['plain', 'plain'],
    [-1, '-1'],
    [null, ''],
  ])('%j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});
