import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findForm } from '../../../server/provision/account/find-form.ts';
import type { TicketForm } from '../../../server/provision/account/schemas.ts';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import { applyPlan, planAccount, provision } from '../../../server/provision/index.ts';
import type { ZendeskRest } from '../../../server/zendesk/port.ts';
import { PEOPLE, SETTINGS, startAccount, type TestAccount } from './account.ts';

let account: TestAccount;
let rest: ZendeskRest;

beforeAll(async () => {
  account = await startAccount();
  rest = account.rest;
  await provision(rest, {
    ...SETTINGS,
    promises: { ...SETTINGS.promises, evidence: ['references', 'times'] },
  });
});
afterAll(() => account.sandbox.stop());

const settings = {
  ...SETTINGS,
  promises: { ...SETTINGS.promises, evidence: ['references' as const, 'times' as const] },
};
const planNow = () => planAccount(rest, settings);

async function form(key: 'customer' | 'agent'): Promise<TicketForm> {
  const found = findForm(await readAccount(rest), key);
  if (!found) throw new Error(`no form ${key}`);
  return found;
}
const fieldId = async (key: 'summary' | 'evidence_times' | 'evidence_staff' | 'outcome' | 'record') =>
  Number((await planNow()).ids.get(`field:${key}`));

const ticketField = z.object({
  ticket_field: z.looseObject({
    description: z.string(),
    agent_description: z.string(),
    title_in_portal: z.string(),
    raw_title_in_portal: z.string(),
  }),
});
const fieldOf = async (id: number) => ticketField.parse(await rest.get(`ticket_fields/${id}`)).ticket_field;

const send = async (body: Record<string, unknown>) => {
  const reply = await fetch(`${account.sandbox.url}/__sandbox/form`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
};
const sent = z.object({ ticket: z.looseObject({ id: z.number(), tags: z.array(z.string()) }) });

describe('the form for customers', () => {
  it('asks for the summary and what the policy asks for, and shows agents the rest', async () => {
    const customer = await form('customer');
    expect(customer).toMatchObject({ name: 'Formal complaint', active: true, end_user_visible: true });
    expect(customer.ticket_field_ids).toEqual(
      expect.arrayContaining([
        await fieldId('summary'),
        await fieldId('evidence_times'),
        await fieldId('outcome'),
      ]),
    );
    expect(customer.ticket_field_ids).not.toContain(await fieldId('record'));
    const fields = (await readAccount(rest)).fields.filter(
      ({ id, visible_in_portal, removable }) =>
        removable && visible_in_portal && customer.ticket_field_ids.includes(id),
    );
    expect(fields.map(({ title_in_portal }) => title_in_portal)).toEqual([
      'What happened',
      'Earlier reference numbers',
      'Dates and times',
    ]);
    expect((await form('agent')).end_user_visible).toBe(false);
  });

  it('speaks every language by dynamic content, and shows nobody our mark', async () => {
    const summary = await fieldOf(await fieldId('summary'));
    expect(summary.raw_title_in_portal).toBe('{{dc.complaint_clock_form_summary}}');
    expect(summary.description).toBe('In a few words: what went wrong, and what would you like us to do?');
    expect(summary.agent_description).toContain('[complaint-clock:field:summary]');
    const { texts, locales } = await readAccount(rest);
    const item = texts.find(({ name }) => name === 'complaint_clock_form_summary');
    const said = item?.variants.map(({ locale_id, content }) => [
      locales.find(({ id }) => id === locale_id)?.locale,
      content,
    ]);
    expect(Object.fromEntries(said ?? [])).toMatchObject({
      de: 'Was ist passiert?',
      es: 'Qué ha ocurrido',
      nl: 'Wat is er gebeurd?',
    });
    expect((await form('customer')).raw_display_name).toBe('{{dc.complaint_clock_form}}');
  });

  it('is the only one on which customers are asked, and a field not asked for is for agents', async () => {
    const [usual] = (await readAccount(rest)).forms.filter(({ default: isDefault }) => isDefault);
    expect(usual?.ticket_field_ids).toContain(await fieldId('outcome'));
    expect(usual?.ticket_field_ids).not.toContain(await fieldId('summary'));
    expect(usual?.ticket_field_ids).not.toContain(await fieldId('evidence_times'));
    const refused = await send({
      user_id: PEOPLE.english,
      form_id: (await form('customer')).id,
      subject: 'x',
      body: 'x',
      fields: [{ id: await fieldId('evidence_staff'), value: 'Bob' }],
    });
    expect(refused.status).toBe(400);
  });

  it('makes a formal complaint of what a customer sends in by it, and of nothing else', async () => {
    const complaint = await send({
      user_id: PEOPLE.german,
      form_id: (await form('customer')).id,
      subject: 'Keine Verbindung',
      body: 'Seit Montag.',
      fields: [{ id: await fieldId('summary'), value: 'Kein Internet' }],
    });
    expect(complaint.status).toBe(201);
    const { ticket } = sent.parse(complaint.body);
    expect(ticket.tags).toContain('formal_complaint');
    expect(ticket.custom_fields).toContainEqual({ id: await fieldId('summary'), value: 'Kein Internet' });
    const told = () =>
      account.sandbox.deliveries().filter(({ requestBody }) => requestBody.includes(`"${ticket.id}"`));
    await expect.poll(() => told().length).toBeGreaterThan(0);

    const [usual] = (await readAccount(rest)).forms.filter(({ default: isDefault }) => isDefault);
    const other = await send({ user_id: PEOPLE.german, form_id: usual?.id, subject: 'Frage', body: 'Wann?' });
    expect(sent.parse(other.body).ticket.tags).not.toContain('formal_complaint');
  });

  it('is found again under another name, keeps what was changed on it, and gets back what it must ask', async () => {
    const { id, ticket_field_ids } = await form('customer');
    const without = [await fieldId('evidence_times'), await fieldId('outcome')];
    await rest.put(`ticket_forms/${id}`, {
      ticket_form: {
        name: 'Complain here',
        raw_display_name: 'Complain here',
        ticket_field_ids: ticket_field_ids.filter((one) => !without.includes(one)),
      },
    });
    const plan = await planNow();
    expect(plan.steps.map(({ object }) => object)).toMatchObject([
      {
        kind: 'form',
        key: 'customer',
        id,
        differences: [{ what: 'field', from: null, to: 'evidence_times' }],
      },
    ]);
    await applyPlan(rest, plan);
    expect(await form('customer')).toMatchObject({
      id,
      name: 'Complain here',
      display_name: 'Complain here',
    });
    expect((await form('customer')).ticket_field_ids).not.toContain(await fieldId('outcome'));
    expect((await planNow()).steps).toEqual([]);
  });

  it('has the clock record taken off again', async () => {
    const { id, ticket_field_ids } = await form('agent');
    const shown = [...ticket_field_ids, await fieldId('record')];
    await rest.put(`ticket_forms/${id}`, { ticket_form: { ticket_field_ids: shown } });
    await applyPlan(rest, await planNow());
    expect((await form('agent')).ticket_field_ids).toEqual(ticket_field_ids);
  });

  it('leaves what customers see of a field to the administrators', async () => {
    const id = await fieldId('summary');
    await rest.put(`ticket_fields/${id}`, {
      ticket_field: { raw_title_in_portal: 'Tell us', raw_description: 'Anything', visible_in_portal: false },
    });
    expect((await planNow()).steps).toEqual([]);
  });
});

describe('an apply that is broken off between the forms and the note of their ids', () => {
  it('finds the form again, and makes no second one', async () => {
    const fresh = await startAccount();
    try {
      const breaking: ZendeskRest = {
        ...fresh.rest,
        put: (path, body) =>
          JSON.stringify(body).includes('complaint-clock:ids')
            ? Promise.reject(new Error('pulled the plug'))
            : fresh.rest.put(path, body),
      };
      const broken = applyPlan(breaking, await planAccount(fresh.rest, SETTINGS));
      await expect(broken).rejects.toThrow('pulled the plug');
      const plan = await planAccount(fresh.rest, SETTINGS);
      expect(plan.steps.map(({ ref, object }) => [ref, object.status])).toEqual([['ids', 'create']]);
      await applyPlan(fresh.rest, plan);
      expect((await readAccount(fresh.rest)).forms).toHaveLength(3);
      expect((await planAccount(fresh.rest, SETTINGS)).steps).toEqual([]);
    } finally {
      await fresh.sandbox.stop();
    }
  });
});

describe('an account of an earlier version', () => {
  it('has its fields opened to customers, once, on our form alone', async () => {
    const old = await startAccount();
    try {
      const made = await old.rest.post('ticket_fields', {
        ticket_field: { type: 'textarea', title: 'Sum', description: 'Old. [complaint-clock:field:summary]' },
      });
      const { ticket_field } = z.object({ ticket_field: z.object({ id: z.number() }) }).parse(made);
      const plan = await planAccount(old.rest, SETTINGS);
      expect(plan.objects.find(({ id }) => id === ticket_field.id)).toMatchObject({
        status: 'change',
        differences: [{ what: 'customers can answer in it', from: 'no', to: 'yes' }],
      });
      await applyPlan(old.rest, plan);
      const { fields, forms } = await readAccount(old.rest);
      expect(fields.find(({ id }) => id === ticket_field.id)).toMatchObject({
        title: 'Sum',
        visible_in_portal: true,
        description: expect.not.stringContaining('complaint-clock'),
      });
      expect(forms.filter(({ ticket_field_ids }) => ticket_field_ids.includes(ticket_field.id))).toHaveLength(
        2,
      );
      expect((await planAccount(old.rest, SETTINGS)).steps).toEqual([]);
    } finally {
      await old.sandbox.stop();
    }
  });

  it('has its macro for every response taken out, and only switched off where it has a person’s words', async () => {
    const old = await startAccount();
    try {
      const make = async (content: string, print: string) => {
        const item = await old.rest.post('dynamic_content/items', {
          item: {
            name: 'complaint_clock_response',
            default_locale_id: 1,
            variants: [{ locale_id: 1, content }],
          },
        });
        await old.rest.post('macros', {
          macro: {
            title: 'Complaint: formal response',
            description: `x [complaint-clock:macro:response] [texts: en-US=${print}]`,
            actions: [{ field: 'comment_value_html', value: '{{dc.complaint_clock_response}}' }],
          },
        });
        return item;
      };
      await make('Ours', '00000000');
      const edited = await planAccount(old.rest, SETTINGS);
      expect(edited.objects.filter(({ key }) => key === 'response')).toMatchObject([
        { kind: 'macro', status: 'change', differences: [{ to: 'switched off: it has your words' }] },
      ]);
      await applyPlan(old.rest, edited);
      expect((await planAccount(old.rest, SETTINGS)).steps).toEqual([]);

      const { macros } = await readAccount(old.rest);
      const macro = macros.find(({ description }) => description.includes('macro:response]'));
      const description = 'x [complaint-clock:macro:response]';
      await old.rest.put(`macros/${macro?.id}`, { macro: { description } });
      await applyPlan(old.rest, await planAccount(old.rest, SETTINGS));
      const after = await readAccount(old.rest);
      expect(after.macros.map(({ id }) => id)).not.toContain(macro?.id);
      expect(after.texts.map(({ name }) => name)).not.toContain('complaint_clock_response');
    } finally {
      await old.sandbox.stop();
    }
  });
});
