import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findForm } from '../../../server/provision/account/find-form.ts';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import {
  applyPlan,
  carryOut,
  type Plan,
  type ProvisionSettings,
  planAccount,
  planRemoval,
  provision,
} from '../../../server/provision/index.ts';
import { planText } from '../../../server/provision/report.ts';
import type { ZendeskRest } from '../../../server/zendesk/port.ts';
import { SEED, SETTINGS, startAccount, type TestAccount } from './account.ts';

/** A German and French company with brands, forms, fields and rules of its own, some of them named as ours are. */
const seedOn = (plan: string, locales: readonly string[]) => ({
  ...SEED,
  account: {
    ...SEED.account,
    subdomain: 'zweites',
    locale: 'de',
    locales: [...locales],
    plan,
  },
  users: SEED.users.map((user) => ({ ...user, locale: user.locale === 'en-GB' ? 'de' : user.locale })),
  ticket_fields: [
    { id: 5001, type: 'text', title: 'Beschwerde: Ergebnis', description: 'Seit 2019.' },
    {
      id: 5002,
      type: 'tagger',
      title: 'Reklamationsart',
      custom_field_options: [{ name: 'Rechnung', value: 'reklamation_rechnung' }],
    },
    { id: 5003, type: 'date', title: 'Réclamation : reçue le' },
  ],
  macros: [
    { id: 6001, title: 'Beschwerde: Zwischenstand', actions: [{ field: 'status', value: 'pending' }] },
  ],
  views: [
    {
      id: 7001,
      title: 'Beschwerden: heute',
      all: [{ field: 'status', operator: 'is', value: 'open' }],
      output: { columns: ['nice_id'] },
    },
  ],
  triggers: [
    {
      id: 8001,
      title: 'Complaint Clock: dieses Ticket ansehen',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
      actions: [{ field: 'current_tags', value: 'gesehen' }],
    },
  ],
  automations: [
    {
      id: 9001,
      title: 'Nach zwei Tagen schließen',
      conditions: {
        all: [
          { field: 'status', operator: 'is', value: 'solved' },
          { field: 'SOLVED', operator: 'greater_than', value: '48' },
        ],
        any: [],
      },
      actions: [{ field: 'status', value: 'closed' }],
    },
  ],
});

let account: TestAccount;
let rest: ZendeskRest;
const settings: ProvisionSettings = { ...SETTINGS, language: 'de' };

async function startOn(plan: string, locales = ['de', 'fr', 'it']): Promise<void> {
  account = await startAccount({ seed: seedOn(plan, locales) });
  rest = account.rest;
}
afterEach(() => account.sandbox.stop());

const planNow = (changes: Partial<ProvisionSettings> = {}) => planAccount(rest, { ...settings, ...changes });
const foreign = (plan: Plan) =>
  plan.objects.filter(({ status }) => status === 'foreign').map(({ kind, id }) => [kind, id]);

const THEIRS: readonly [string, number][] = [
  ['ticket_fields', 5001],
  ['ticket_fields', 5002],
  ['ticket_fields', 5003],
  ['macros', 6001],
  ['views', 7001],
  ['triggers', 8001],
  ['automations', 9001],
];
const theirs = () => Promise.all(THEIRS.map(([path, id]) => rest.get(`${path}/${id}`)));

const formReply = z.object({ ticket_form: z.object({ id: z.number() }) });

describe('an account of another shape', () => {
  beforeEach(() => startOn('enterprise'));

  it('gets everything in its own languages, beside what has our names, which is told and left alone', async () => {
    const brand = { name: 'Tochter', subdomain: 'tochter' };
    await rest.post('brands', { brand });
    const { ticket_form: hers } = formReply.parse(
      await rest.post('ticket_forms', {
        ticket_form: { name: 'Förmliche Beschwerde', end_user_visible: true, ticket_field_ids: [5001, 5002] },
      }),
    );
    const before = await theirs();
    const formsBefore = (await readAccount(rest)).forms;
    const plan = await planNow();
    expect(foreign(plan)).toEqual([
      ['field', 5001],
      ['field', 5003],
      ['form', hers.id],
      ['macro', 6001],
      ['trigger', 8001],
      ['view', 7001],
      ['automation', 9001],
    ]);
    expect(plan.steps.every(({ object }) => object.status === 'create')).toBe(true);
    await applyPlan(rest, plan);

    expect(await theirs()).toEqual(before);
    const after = await readAccount(rest);
    expect(after.forms.filter(({ id }) => formsBefore.some((form) => form.id === id))).toEqual(formsBefore);
    expect(findForm(after, 'customer')).toMatchObject({ name: 'Förmliche Beschwerde' });
    expect(findForm(after, 'customer')?.id).not.toBe(hers.id);
    const locales = after.texts
      .find(({ name }) => name === 'complaint_clock_form')
      ?.variants.map(({ content }) => content);
    expect(locales).toEqual(expect.arrayContaining(['Förmliche Beschwerde', 'Réclamation officielle']));
    expect(locales).toHaveLength(2);
    expect((await planNow()).steps).toEqual([]);
  });

  it('has the exception for its own closing automation proposed, word for word, until it is there', async () => {
    await provision(rest, settings);
    const plan = await planNow();
    const proposed = plan.objects.find(({ kind }) => kind === 'automation');
    const text = proposed?.notes.find((note) => note.startsWith('the same for the API: ')) ?? '';
    const condition: unknown = JSON.parse(text.slice(text.indexOf('{')));
    expect(proposed).toMatchObject({ status: 'foreign', title: 'Nach zwei Tagen schließen' });
    expect(account.writes().filter((write) => write.includes('automations'))).toEqual([]);

    const { automation } = z
      .object({ automation: z.looseObject({ conditions: z.looseObject({ all: z.array(z.unknown()) }) }) })
      .parse(await rest.get('automations/9001'));
    const conditions = { ...automation.conditions, all: [...automation.conditions.all, condition] };
    await rest.put('automations/9001', { automation: { conditions } });
    expect((await planNow()).objects.filter(({ kind }) => kind === 'automation')).toEqual([]);
  });

  it('gets our words back on what is named, and on nothing else', async () => {
    const { macros, views, fields } = await provision(rest, settings);
    await rest.put(`macros/${macros.extension}`, { macro: { title: 'Eigener Titel' } });
    await rest.put(`views/${views.today}`, { view: { title: 'Eigene Ansicht' } });
    await rest.put(`ticket_fields/${fields.stage}`, { ticket_field: { title: 'Eigenes Feld' } });
    expect((await planNow()).steps).toEqual([]);
    const plan = await planNow({ force: ['macro:extension', 'field:stage'] });
    expect(plan.steps.map(({ ref, object }) => [ref, object.differences])).toEqual([
      ['field:stage', [{ what: 'title', from: 'Eigenes Feld', to: 'Beschwerde: Stand' }]],
      ['macro:extension', [{ what: 'title', from: 'Eigener Titel', to: 'Beschwerde: mehr Zeit nötig' }]],
    ]);
    await applyPlan(rest, plan);
    expect(await rest.get(`views/${views.today}`)).toMatchObject({ view: { title: 'Eigene Ansicht' } });
    expect((await planNow({ force: ['macro:extension', 'field:stage'] })).steps).toEqual([]);
  });
});

const macroReply = z.object({
  macro: z.looseObject({ actions: z.array(z.object({ field: z.string(), value: z.unknown() })) }),
});
async function textOf(id: number): Promise<unknown> {
  const { macro } = macroReply.parse(await rest.get(`macros/${id}`));
  return macro.actions.find(({ field }) => field === 'comment_value_html')?.value;
}

describe('an account without dynamic content', () => {
  beforeEach(() => startOn('growth'));

  it('gets the letters in its macros in one language, which is said, and nothing twice', async () => {
    const first = await planNow();
    expect(planText(first)).toMatch(/no dynamic content .*letters and titles are in one language \(de;/u);
    expect(first.objects.filter(({ kind }) => kind === 'text')).toEqual([]);
    expect(first.objects.find(({ key }) => key === 'extension')?.notes).toEqual([
      expect.stringContaining('one language (de)'),
    ]);
    await applyPlan(rest, first);
    const again = await planNow();
    expect(again.steps).toEqual([]);
    const { macros } = await provision(rest, settings);
    expect(await textOf(macros.behaviour)).toContain('Guten Tag');
  });

  it('keeps a letter that was edited, and lets the others follow the company', async () => {
    const { macros } = await provision(rest, settings);
    await rest.put(`macros/${macros.how_to_complain}`, {
      macro: { actions: [{ field: 'comment_value_html', value: '<p>Eigene Worte</p>' }] },
    });
    const moved = { company: { ...SETTINGS.company, postalAddress: ['Neues Haus', 'Köln'] } };
    await applyPlan(rest, await planNow(moved));
    expect(await textOf(macros.how_to_complain)).toBe('<p>Eigene Worte</p>');
    expect(await textOf(macros.acknowledgement)).toContain('Neues Haus');
    await applyPlan(rest, await planNow({ ...moved, force: ['macro:how_to_complain'] }));
    expect(await textOf(macros.how_to_complain)).toContain('Neues Haus');
    expect((await planNow(moved)).steps).toEqual([]);
  });

  it('is cleaned by remove all the same', async () => {
    await provision(rest, settings);
    await carryOut(rest, planRemoval(await readAccount(rest), { withFields: true }));
    expect(planRemoval(await readAccount(rest), { withFields: true }).removals).toEqual([]);
  });
});

async function upgrade(plan: string): Promise<void> {
  await fetch(`${account.sandbox.url}/__sandbox/plan`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan }),
  });
}

describe('an account with a single form', () => {
  // One of our languages: titles in several would take more calls than the plan has in a minute.
  beforeEach(() => startOn('team', ['de', 'it']));

  it('asks customers nothing that would stand on every request, until the plan has forms and texts', async () => {
    const plan = await planNow();
    expect(planText(plan)).toContain('a single ticket form');
    const { fields } = await provision(rest, settings);
    const alone = await readAccount(rest);
    expect(alone.forms).toHaveLength(1);
    expect(alone.fields.find(({ id }) => id === fields.summary)).toMatchObject({ visible_in_portal: false });
    expect(alone.triggers.filter(({ description }) => description.includes('trigger:form'))).toEqual([]);

    await upgrade('professional');
    const { macros } = await provision(rest, settings);
    const grown = await readAccount(rest);
    expect(findForm(grown, 'customer')).toMatchObject({ active: true, end_user_visible: true });
    expect(grown.fields.find(({ id }) => id === fields.summary)).toMatchObject({ visible_in_portal: true });
    expect(await textOf(macros.behaviour)).toBe('{{dc.complaint_clock_behaviour}}');
    expect((await planNow()).steps).toEqual([]);
  });
});
