import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { tick } from '../app/support/tick.ts';
import { choose, type Desk, deskSeed, deskTicket, people, saved, startDesk, submit } from './support/desk.ts';

const fields = {
  text: 701,
  textarea: 702,
  checkbox: 703,
  date: 704,
  integer: 705,
  decimal: 706,
  regexp: 707,
  tagger: 708,
  multiselect: 709,
  cause: 710,
  tool: 711,
} as const;

let desk: Desk;

beforeAll(async () => {
  desk = await startDesk(
    deskSeed({
      tickets: Array.from({ length: 24 }, (_, index) => deskTicket(101 + index)),
      ticket_fields: [
        { id: fields.text, type: 'text', title: 'Room number' },
        { id: fields.textarea, type: 'textarea', title: 'What happened' },
        { id: fields.checkbox, type: 'checkbox', title: 'Urgent repair', tag: 'urgent_repair' },
        { id: fields.date, type: 'date', title: 'Visit on' },
        { id: fields.integer, type: 'integer', title: 'Keys' },
        { id: fields.decimal, type: 'decimal', title: 'Cost' },
        { id: fields.regexp, type: 'regexp', title: 'Order', regexp_for_validation: '^[A-Z]\\d+$' },
        {
          id: fields.tagger,
          type: 'tagger',
          title: 'Place',
          custom_field_options: [
            { name: 'Inside::Kitchen', value: 'place_kitchen' },
            { name: 'Inside::Bath', value: 'place_bath' },
            { name: 'Roof', value: 'place_roof' },
          ],
        },
        {
          id: fields.multiselect,
          type: 'multiselect',
          title: 'Trades',
          custom_field_options: [
            { name: 'Locksmith', value: 'trade_lock' },
            { name: 'Plumber', value: 'trade_plumb' },
          ],
        },
        {
          id: fields.cause,
          type: 'tagger',
          title: 'Cause',
          required: true,
          custom_field_options: [
            { name: 'Wear', value: 'cause_wear' },
            { name: 'Vandals', value: 'cause_vandals' },
          ],
        },
        { id: fields.tool, type: 'text', title: 'Police reference' },
      ],
    }),
  );
  const reply = await desk.rest(people.admin, 'GET', 'ticket_forms.json');
  const [form] = Array.isArray(reply.ticket_forms) ? reply.ticket_forms : [];
  await desk.rest(people.admin, 'PUT', `ticket_forms/${form.id}.json`, {
    ticket_form: {
      ticket_field_ids: [...new Set([...form.ticket_field_ids, ...Object.values(fields)])],
      agent_conditions: [
        {
          parent_field_id: fields.cause,
          parent_field_type: 'tagger',
          value: 'cause_vandals',
          child_fields: [
            { id: fields.tool, is_required: false, required_on_statuses: { type: 'NO_STATUSES' } },
          ],
        },
      ],
    },
  });
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

const fieldValue = async (ticketId: number, fieldId: number): Promise<unknown> => {
  const reply = await desk.rest(people.admin, 'GET', `tickets/${ticketId}.json`);
  const text = JSON.stringify(reply);
  const found = new RegExp(`"id":${fieldId},"value":(\\[[^\\]]*\\]|"[^"]*"|[^,}]+)`).exec(text)?.[1];
  return found === undefined ? undefined : JSON.parse(found);
};

describe('a custom field', () => {
  test.each([
    ['text', 101, 'Room number', '4.12', '4.12'],
    ['textarea', 102, 'What happened', 'The lock is stuck.', 'The lock is stuck.'],
    ['integer', 103, 'Keys', '3', 3],
    ['decimal', 104, 'Cost', '12.5', 12.5],
    ['regexp', 105, 'Order', 'A17', 'A17'],
  ] as const)('of type %s is typed and emptied', async (type, id, label, typed, value) => {
    const page = await desk.open(`/tickets/${id}`);
    await page.getByLabel(label).fill(typed);
    await submit(page);
    await expect.poll(async () => String(await fieldValue(id, fields[type]))).toBe(String(value));
    await page.getByLabel(label).fill('');
    await submit(page);
    await expect.poll(async () => (await fieldValue(id, fields[type])) || null).toBe(null);
  });

  test('of type checkbox is ticked, and tags', async () => {
    const page = await desk.open('/tickets/106');
    await tick(page.getByLabel('Urgent repair'));
    await submit(page);
    await expect.poll(() => fieldValue(106, fields.checkbox)).toBe(true);
    expect(await desk.ticket(106)).toMatchObject({ tags: expect.arrayContaining(['urgent_repair']) });
  });

  test('of type date is picked as a civil day and emptied', async () => {
    const page = await desk.open('/tickets/107', { timezoneId: 'Pacific/Auckland' });
    await page.getByRole('textbox', { name: 'Visit on' }).fill('04/15/2026');
    await page.getByRole('textbox', { name: 'Visit on' }).press('Enter');
    await page.getByLabel('Room number').click();
    await submit(page);
    await expect.poll(() => fieldValue(107, fields.date)).toBe('2026-04-15');
    await page.getByRole('button', { name: 'Clear Visit on' }).click();
    await submit(page);
    await expect.poll(() => fieldValue(107, fields.date)).toBe(null);
  });

  test('with levels is chosen step by step, and found across them', async () => {
    const page = await desk.open('/tickets/108');
    await page.getByRole('combobox', { name: 'Place' }).click();
    await page.getByRole('option', { name: 'Inside' }).click();
    await page.getByRole('option', { name: 'Bath' }).click();
    await submit(page);
    await expect.poll(() => fieldValue(108, fields.tagger)).toBe('place_bath');
    await choose(page, 'Place', 'Inside › Kitchen', 'kitch');
    await page.getByRole('textbox', { name: 'Tags' }).fill('seen ');
    await submit(page);
    await expect.poll(() => fieldValue(108, fields.tagger)).toBe('place_kitchen');
    // The old option's tag went with it.
    expect(await desk.ticket(108)).toMatchObject({ tags: ['place_kitchen', 'seen', 'store'] });
    await page.getByRole('combobox', { name: 'Place' }).click();
    await page.getByRole('listbox', { name: 'Place' }).getByRole('option', { name: '–' }).click();
    await submit(page);
    await expect.poll(() => fieldValue(108, fields.tagger)).toBe(null);
  });

  test('of type multiselect takes several', async () => {
    const page = await desk.open('/tickets/109');
    await choose(page, 'Trades', 'Locksmith');
    await choose(page, 'Trades', 'Plumber');
    await submit(page);
    await expect.poll(() => fieldValue(109, fields.multiselect)).toEqual(['trade_lock', 'trade_plumb']);
  });

  test('that a condition names appears with its condition', async () => {
    const page = await desk.open('/tickets/110');
    await page.getByRole('combobox', { name: 'Cause' }).waitFor();
    expect(await page.getByLabel('Police reference').count()).toBe(0);
    await choose(page, 'Cause', 'Vandals');
    await page.getByLabel('Police reference').fill('P-99');
    await submit(page);
    await expect.poll(() => fieldValue(110, fields.tool)).toBe('P-99');
    await choose(page, 'Cause', 'Wear');
    await expect.poll(() => page.getByLabel('Police reference').count()).toBe(0);
  });

  test('that is required stops the solving, named in the account’s words and at the field', async () => {
    const page = await desk.open('/tickets/111');
    await submit(page, 'Solved');
    const notice = page.getByRole('alert').filter({ hasText: 'The ticket was not saved' });
    await expect.poll(() => notice.textContent()).toMatch(/Cause.*(required|needed)/);
    const named = page.getByRole('region', { name: 'Ticket properties' }).getByRole('alert');
    await expect.poll(() => named.count()).toBe(1);
    expect(await desk.ticket(111)).toMatchObject({ status: 'new' });
    await choose(page, 'Cause', 'Wear');
    await submit(page, 'Solved');
    await expect.poll(() => desk.ticket(111)).toMatchObject({ status: 'solved' });
  });
});

describe('a property', () => {
  test('requester: another one is chosen', async () => {
    const page = await desk.open('/tickets/112');
    await choose(page, 'Requester', 'Otis Reed <otis@example.com>', 'otis');
    await submit(page);
    await expect.poll(() => desk.ticket(112)).toMatchObject({ requester_id: people.otis });
  });

  test('assignee: a group alone, an agent of a group, or oneself', async () => {
    const page = await desk.open('/tickets/113');
    await choose(page, 'Assignee', 'Billing');
    await submit(page);
    await expect.poll(() => desk.ticket(113)).toMatchObject({ group_id: 6, assignee_id: null });
    await choose(page, 'Assignee', 'Billing/Jonas Weber', 'Weber');
    await submit(page);
    await expect.poll(() => desk.ticket(113)).toMatchObject({ group_id: 6, assignee_id: people.jonas });
    await page.getByRole('button', { name: 'take it' }).click();
    await submit(page);
    await expect.poll(() => desk.ticket(113)).toMatchObject({ group_id: 5, assignee_id: people.amira });
  });

  test('CCs and followers: added and removed', async () => {
    const page = await desk.open('/tickets/114');
    await choose(page, 'CCs', 'Otis Reed <otis@example.com>', 'otis');
    await choose(page, 'CCs', 'Add “ann.lee@example.com”', 'ann.lee@example.com');
    await page.getByRole('button', { name: 'Remove Ann Lee' }).waitFor();
    await choose(page, 'Followers', 'Jonas Weber <jonas@example.com>', 'jonas');
    await submit(page);
    await saved(page);
    const { users } = await desk.rest(
      people.admin,
      'GET',
      'users/search.json?query=email:ann.lee@example.com',
    );
    const [ann] = Array.isArray(users) ? users : [];
    expect(await desk.ticket(114)).toMatchObject({
      email_cc_ids: [people.otis, ann.id],
      follower_ids: [people.jonas],
    });
    await page.getByRole('combobox', { name: 'CCs' }).focus();
    await page.getByRole('button', { name: 'Remove Otis Reed' }).click();
    await submit(page);
    await expect.poll(() => desk.ticket(114)).toMatchObject({ email_cc_ids: [ann.id] });
  });

  test('type, priority, subject, tags, and a task’s due date', async () => {
    const page = await desk.open('/tickets/115');
    await page.getByLabel('Type', { exact: true }).selectOption('task');
    await page.getByRole('textbox', { name: 'Due date' }).fill('05/04/2026');
    await page.getByRole('textbox', { name: 'Due date' }).press('Enter');
    await page.getByLabel('Priority').selectOption('urgent');
    await page.getByRole('textbox', { name: 'Subject' }).fill('New lock');
    await page.getByRole('textbox', { name: 'Tags' }).fill('lock ');
    await page.getByRole('button', { name: 'Remove tag store' }).click();
    await submit(page);
    await expect
      .poll(() => desk.ticket(115))
      .toMatchObject({
        type: 'task',
        priority: 'urgent',
        subject: 'New lock',
        tags: ['lock'],
        due_at: expect.stringMatching(/^2026-05-04T/),
      });
  });

  test('form: another one shows its own fields', async () => {
    await desk.rest(people.admin, 'POST', 'ticket_forms.json', {
      ticket_form: { name: 'Complaints', ticket_field_ids: [fields.text], active: true },
    });
    const page = await desk.open('/tickets/116');
    await page.getByLabel('Form', { exact: true }).selectOption({ label: 'Complaints' });
    await expect.poll(() => page.getByLabel('Keys').count()).toBe(0);
    await page.getByLabel('Room number').fill('7');
    await submit(page);
    await expect.poll(() => fieldValue(116, fields.text)).toBe('7');
    const forms = JSON.stringify(await desk.rest(people.admin, 'GET', 'ticket_forms.json'));
    const id = Number(/"id":(\d+),"name":"Complaints"/.exec(forms)?.[1] ?? Number.NaN);
    expect(await desk.ticket(116)).toMatchObject({ ticket_form_id: id });
  });

  test('status: one of the account’s own is among those to submit as', async () => {
    await desk.rest(people.admin, 'POST', 'custom_statuses.json', {
      custom_status: { status_category: 'pending', agent_label: 'Awaiting locksmith', active: true },
    });
    const page = await desk.open('/tickets/117');
    await submit(page, 'Awaiting locksmith');
    await expect.poll(() => desk.ticket(117)).toMatchObject({ status: 'pending' });
    await page.getByRole('button', { name: 'Submit as Awaiting locksmith' }).waitFor();
    await submit(page, 'Pending');
    await page.getByRole('button', { name: 'Submit as Pending' }).waitFor();
  });
});
