import { describe, expect, test } from 'vitest';
import { numberAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithRules, WITH_CCS } from './rules.ts';
import { TICKET_CONDITIONS } from './ticket-condition-cases.ts';

const { account, probe, update, fires } = accountWithRules(WITH_CCS);

describe('conditions', () => {
  test.each(TICKET_CONDITIONS)('%s', async (_name, all, ticket, expected) => {
    await probe(all);
    expect(await fires(ticket)).toBe(expected);
  });

  test('business hours follow the account schedule, its holidays too', async () => {
    const schedule = { name: 'Office', time_zone: 'London' };
    const id = numberAt(
      (await account.api.post('/business_hours/schedules', { schedule })).body,
      'schedule.id',
    );
    await probe([{ field: 'in_business_hours', operator: 'is', value: 'true' }]);
    expect(await fires({ priority: 'low' })).toBe(true);
    await update({ tags: [] });
    account.sandbox.clock.set('2026-04-08T17:30:00Z');
    await update({ tags: [] });
    expect(await fires({ priority: 'high' })).toBe(false);
    const holiday = { name: 'Day off', start_date: '2026-04-09', end_date: '2026-04-09' };
    await account.api.post(`/business_hours/schedules/${id}/holidays`, { holiday });
    account.sandbox.clock.set('2026-04-09T12:00:00Z');
    expect(await fires({ priority: 'low' })).toBe(false);
    account.sandbox.clock.set('2026-04-10T08:00:00Z');
    expect(await fires({ priority: 'normal' })).toBe(true);
  });

  test('reopening is counted', async () => {
    await probe([{ field: 'reopens', operator: 'is', value: '1' }]);
    await update({ status: 'solved', assignee_id: AGENT });
    expect(await fires({ status: 'open' })).toBe(true);
  });
});
