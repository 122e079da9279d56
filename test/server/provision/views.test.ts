import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AccountObjects, ViewKey } from '../../../server/provision/index.ts';
import { startProvisioned, type TestAccount, TICKETS } from './account.ts';

let account: TestAccount;
let objects: AccountObjects;

beforeAll(async () => {
  const started = await startProvisioned();
  account = started;
  objects = started.objects;
});
afterAll(() => account.sandbox.stop());

const rows = z.object({ rows: z.array(z.object({ ticket: z.object({ id: z.number() }) })) });

async function ticketsIn(view: ViewKey): Promise<number[]> {
  const reply = await account.rest.get(`views/${objects.views[view]}/execute`);
  return rows.parse(reply).rows.map(({ ticket }) => ticket.id);
}

const set = (ticketId: number, stage: string, nextDue: string, tags: readonly string[] = []) =>
  account.port.updateTicket(ticketId, {
    tags: ['formal_complaint', ...tags],
    custom_fields: [
      { id: objects.fields.stage, value: `complaint_stage_${stage}` },
      { id: objects.fields.next_step, value: 'complaint_next_update' },
      { id: objects.fields.next_due, value: nextDue },
    ],
  });

describe('the views', () => {
  it('hold no ticket before there is a complaint', async () => {
    expect(await ticketsIn('today')).toEqual([]);
    expect(await ticketsIn('all_open')).toEqual([]);
  });

  it('hold what is due and what is open, the earliest first', async () => {
    await set(TICKETS.english, 'acknowledged', '2026-04-14', ['complaint_due_soon']);
    await set(TICKETS.german, 'acknowledged', '2026-04-13', ['complaint_overdue']);
    await set(TICKETS.plain, 'acknowledged', '2026-04-20');
    expect(await ticketsIn('today')).toEqual([TICKETS.german, TICKETS.english]);
    expect(await ticketsIn('all_open')).toEqual([TICKETS.german, TICKETS.english, TICKETS.plain]);
  });

  it('let go of a case that is over', async () => {
    await set(TICKETS.plain, 'closed', '2026-04-20');
    await set(TICKETS.english, 'ended', '2026-04-14');
    expect(await ticketsIn('all_open')).toEqual([TICKETS.german]);
    expect(await ticketsIn('today')).toEqual([TICKETS.german]);
  });

  it('hold what only a person can do: letters, refused channels, what is marked, and reviews', async () => {
    await set(TICKETS.english, 'received', '2026-04-14', [
      'complaint_post_required',
      'complaint_needs_person',
    ]);
    await set(TICKETS.german, 'refused', '2026-04-13', ['complaint_channel_refused']);
    await set(TICKETS.plain, 'appealed', '2026-04-20');
    expect(await ticketsIn('by_post')).toEqual([TICKETS.english]);
    expect((await ticketsIn('other_way')).toSorted()).toEqual([TICKETS.english, TICKETS.german].toSorted());
    expect(await ticketsIn('review')).toEqual([TICKETS.plain]);
    await set(TICKETS.plain, 'referred', '2026-04-20');
    expect(await ticketsIn('review')).toEqual([TICKETS.plain]);
  });

  it('show nine columns, custom fields by id, grouped by next step', async () => {
    const { view } = z
      .object({
        view: z.object({
          execution: z.looseObject({ columns: z.array(z.object({ id: z.union([z.string(), z.number()]) })) }),
        }),
      })
      .parse(await account.rest.get(`views/${objects.views.all_open}`));
    const { next_due, next_step, channel, received } = objects.fields;
    expect(view.execution.columns.map(({ id }) => String(id))).toEqual(
      [
        next_due,
        next_step,
        'nice_id',
        'description',
        'organization',
        'assignee',
        channel,
        'status',
        received,
      ].map(String),
    );
    expect(view.execution).toMatchObject({
      group_by: String(next_step),
      sort_by: String(next_due),
      sort_order: 'asc',
    });
  });
});
