import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { knownIds } from '../../../server/provision/account/ids.ts';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import {
  type AccountObjects,
  applyPlan,
  type Plan,
  ProvisionBlocked,
  type ProvisionSettings,
  planAccount,
  provision,
} from '../../../server/provision/index.ts';
import { planFor } from '../../../server/provision/plan.ts';
import type { ObjectRef } from '../../../server/provision/refs.ts';
import { summarise } from '../../../server/provision/report.ts';
import { ZendeskError } from '../../../server/zendesk/errors.ts';
import type { ZendeskRest } from '../../../server/zendesk/port.ts';
import { SETTINGS, startAccount, startProvisioned, type TestAccount } from './account.ts';

let account: TestAccount;
let rest: ZendeskRest;

/** Begins with all of ours in the account. */
async function begin(): Promise<AccountObjects> {
  const started = await startProvisioned();
  account = started;
  rest = started.rest;
  return started.objects;
}
async function beginWithout(): Promise<void> {
  account = await startAccount();
  rest = account.rest;
}
afterEach(() => account.sandbox.stop());

const counts = (plan: Plan) => {
  const { objects: _objects, ...numbers } = summarise(plan);
  return numbers;
};
const planNow = (changes: Partial<ProvisionSettings> = {}) => planAccount(rest, { ...SETTINGS, ...changes });
const objectOf = (plan: Plan, kind: string, key: string) =>
  plan.objects.find((object) => object.kind === kind && object.key === key && object.status !== 'foreign');
const idOf = async (ref: ObjectRef) => knownIds(await readAccount(rest)).get(ref);

/** Titles of 22 fields with 52 options, of 13 macros, five views and the agents' form. */
const TITLES = 93;
/** 22 fields, two forms, 13 letters with their macros, 13 texts of the form, a webhook, two triggers, five views, and the ids of these. */
const ALL = 72 + TITLES;
/** The account's own automation that closes solved tickets. */
const CLOSING = 1;
/** Calls of the first apply: besides ours, the form that shows the new fields. */
const FIRST = ALL + 1;
const SETTLED = { create: 0, change: 0, unchanged: ALL, foreign: CLOSING };

describe('an empty account', () => {
  beforeEach(beginWithout);

  it('is planned without being touched', async () => {
    expect(counts(await planNow())).toEqual({ create: ALL, change: 1, unchanged: 0, foreign: CLOSING });
    expect(account.writes()).toEqual([]);
  });

  it('is filled by one apply, and left alone by the next', async () => {
    const plan = await planNow();
    await applyPlan(rest, plan);
    expect(plan.calls).toBe(FIRST);
    expect(account.writes()).toHaveLength(FIRST);
    const again = await planNow();
    expect(again.steps).toEqual([]);
    expect(again.calls).toBe(0);
    expect(counts(again)).toEqual(SETTLED);
    await applyPlan(rest, again);
    expect(account.writes()).toHaveLength(FIRST);
  });

  it('shows every field on its single form but the clock record', async () => {
    await applyPlan(rest, await planNow());
    const { ids } = await planNow();
    const [form] = (await readAccount(rest)).forms;
    expect(form?.ticket_field_ids).toContain(ids.get('field:outcome'));
    expect(form?.ticket_field_ids).not.toContain(ids.get('field:record'));
  });

  it('has the clock record taken off a form that somebody put it on, and nothing else', async () => {
    await applyPlan(rest, await planNow());
    const { ids } = await planNow();
    const [form] = (await readAccount(rest)).forms;
    const shown = [...(form?.ticket_field_ids ?? []), ids.get('field:record')];
    await rest.put(`ticket_forms/${form?.id}`, { ticket_form: { ticket_field_ids: shown } });
    expect(counts(await planNow())).toMatchObject({ change: 1, unchanged: ALL });
    await applyPlan(rest, await planNow());
    expect((await readAccount(rest)).forms[0]?.ticket_field_ids).toEqual(form?.ticket_field_ids);
  });

  it('is filled by the rest of an apply that was broken off', async () => {
    const FAILS_AT = 14;
    let calls = 0;
    const breaking: ZendeskRest = {
      ...rest,
      post: (path, body) => {
        calls += 1;
        return calls > FAILS_AT ? Promise.reject(new Error('pulled the plug')) : rest.post(path, body);
      },
    };
    await expect(applyPlan(breaking, await planNow())).rejects.toThrow('pulled the plug');
    expect(counts(await planNow())).toMatchObject({ create: ALL - FAILS_AT, unchanged: FAILS_AT });
    await applyPlan(rest, await planNow());
    expect(counts(await planNow())).toEqual(SETTLED);
  });

  it('waits as it is told where the rate limit is reached, and makes nothing twice', async () => {
    const reply = await fetch(`${account.sandbox.url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        match: { method: 'POST' },
        effect: { kind: 'answer', status: 429, headers: { 'Retry-After': '1' } },
        times: 2,
      }),
    });
    expect(reply.status).toBe(201);
    await applyPlan(rest, await planNow());
    expect(counts(await planNow())).toEqual(SETTLED);
    const limited = account.sandbox.requests().filter(({ status }) => status === 429);
    expect(limited).toHaveLength(2);
  });

  it('gets views by documented means where Zendesk refuses to sort by a custom field', async () => {
    const strict: ZendeskRest = {
      ...rest,
      post: (path, body) => {
        const refused = path === 'views' && JSON.stringify(body).includes('"sort_by":3');
        const error = new ZendeskError('sorting by a field', { code: 'invalid', effect: 'none' });
        return refused ? Promise.reject(error) : rest.post(path, body);
      },
    };
    const { views } = await provision(strict, SETTINGS);
    expect(await rest.get(`views/${views.all_open}`)).toMatchObject({
      view: { execution: { sort_by: 'due_date', group_by: 'assignee' } },
    });
    expect(counts(await planNow())).toEqual(SETTLED);
  });

  it('gets titles in one language where it speaks one, and in all from when it speaks more', async () => {
    const alone = await readAccount(rest);
    const german = { ...alone, locales: alone.locales.filter(({ locale }) => locale === 'de') };
    const plan = planFor(german, { ...SETTINGS, language: 'de' });
    expect(plan.objects).toHaveLength(ALL - TITLES + CLOSING + 1);
    await applyPlan(rest, plan);
    const { ids } = await planNow();
    expect(await rest.get(`views/${ids.get('view:today')}`)).toMatchObject({
      view: { title: 'Beschwerden: heute', raw_title: 'Beschwerden: heute' },
    });
    expect(await rest.get(`ticket_fields/${ids.get('field:outcome')}`)).toMatchObject({
      ticket_field: { title: 'Beschwerde: Ergebnis', custom_field_options: [{ name: 'Begründet' }, {}, {}] },
    });
    const grown = await planNow();
    expect(objectOf(grown, 'view', 'today')?.differences).toEqual([
      { what: 'title', from: 'Beschwerden: heute', to: '{{dc.complaint_clock_view_today}}' },
    ]);
    await applyPlan(rest, grown);
    expect(await rest.get(`ticket_fields/${ids.get('field:outcome')}`)).toMatchObject({
      ticket_field: {
        raw_title: '{{dc.complaint_clock_field_outcome}}',
        title: 'Complaint: outcome',
        custom_field_options: [{ raw_name: '{{dc.complaint_clock_option_outcome_upheld}}' }, {}, {}],
      },
    });
    expect((await planNow()).steps).toEqual([]);
  });
});

describe('what belongs to others', () => {
  beforeEach(beginWithout);

  it('is left alone, whatever it is called', async () => {
    const { macro } = await created('macros', {
      macro: { title: 'complaint: STATUS update', actions: [{ field: 'status', value: 'open' }] },
    });
    const { ticket_field } = await created('ticket_fields', {
      ticket_field: { type: 'text', title: 'Complaint: stage' },
    });
    const plan = await planNow();
    expect(
      plan.objects.filter(({ status, kind }) => status === 'foreign' && kind !== 'automation'),
    ).toMatchObject([
      { kind: 'field', key: 'stage', id: ticket_field?.id },
      { kind: 'macro', key: 'status_update', id: macro?.id },
    ]);
    const before = await Promise.all([
      rest.get(`macros/${macro?.id}`),
      rest.get(`ticket_fields/${ticket_field?.id}`),
    ]);
    await applyPlan(rest, plan);
    expect(counts(await planNow())).toEqual({ ...SETTLED, foreign: CLOSING + 2 });
    const after = await Promise.all([
      rest.get(`macros/${macro?.id}`),
      rest.get(`ticket_fields/${ticket_field?.id}`),
    ]);
    expect(after).toEqual(before);
  });

  it('blocks an apply where it has one of our tags', async () => {
    await created('ticket_fields', {
      ticket_field: {
        type: 'tagger',
        title: 'Old outcome',
        custom_field_options: [{ name: 'Upheld', value: 'complaint_outcome_upheld' }],
      },
    });
    const writes = account.writes().length;
    const plan = await planNow();
    expect(objectOf(plan, 'field', 'outcome')).toMatchObject({ status: 'blocked' });
    await expect(applyPlan(rest, plan)).rejects.toThrow(ProvisionBlocked);
    await expect(applyPlan(rest, plan)).rejects.toThrow(/complaint_outcome_upheld.*Old outcome/u);
    expect(account.writes()).toHaveLength(writes);
  });

  it('is read to its last page', async () => {
    const action = { field: 'status', value: 'open' };
    for (let n = 1; n <= 101; n += 1)
      await created('macros', { macro: { title: `Macro ${n}`, actions: [action] } });
    const { macros } = await provision(rest, SETTINGS);
    expect(await idOf('macro:response_upheld')).toBe(macros.response_upheld);
    expect(counts(await planNow())).toEqual(SETTLED);
  });

  it('is a clone of one of ours, which carries the mark too', async () => {
    const { macros } = await provision(rest, SETTINGS);
    const { macro } = await rest.get(`macros/${macros.response_upheld}`).then(objectsOf);
    const { macro: clone } = await created('macros', {
      macro: { title: 'My own response', description: macro?.description, actions: macro?.actions },
    });
    expect(await idOf('macro:response_upheld')).toBe(macros.response_upheld);
    expect(clone?.id).not.toBe(macros.response_upheld);
    expect(counts(await planNow())).toEqual(SETTLED);
  });
});

describe('an account that people have worked in', () => {
  it('keeps titles, further options and further tags, and gets back what was taken away', async () => {
    const { fields, macros } = await begin();
    await rest.put(`ticket_fields/${fields.category}`, {
      ticket_field: {
        title: 'Cause',
        custom_field_options: [
          { name: 'Invoices', value: 'complaint_about_billing' },
          { name: 'Noise', value: 'cause_noise' },
        ],
      },
    });
    await rest.put(`macros/${macros.status_update}`, {
      macro: {
        title: 'Our update',
        actions: [
          { field: 'comment_value_html', value: '{{dc.complaint_clock_status_update}}' },
          { field: 'comment_mode_is_public', value: 'true' },
          { field: 'current_tags', value: 'their_tag' },
          { field: 'priority', value: 'high' },
        ],
      },
    });
    const plan = await planNow();
    expect(counts(plan)).toEqual({ ...SETTLED, unchanged: ALL - 2, change: 2 });
    expect(objectOf(plan, 'field', 'category')).toMatchObject({
      id: fields.category,
      title: 'Cause',
      status: 'change',
    });
    expect(objectOf(plan, 'macro', 'status_update')?.differences).toEqual([
      { what: 'action current_tags', from: 'their_tag', to: 'their_tag complaint_update_sent' },
    ]);
    await applyPlan(rest, plan);
    expect(counts(await planNow())).toEqual(SETTLED);

    const { ticket_field } = await rest.get(`ticket_fields/${fields.category}`).then(objectsOf);
    expect(ticket_field).toMatchObject({ title: 'Cause' });
    expect(ticket_field?.custom_field_options).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Invoices', value: 'complaint_about_billing' }),
        expect.objectContaining({ name: 'Noise', value: 'cause_noise' }),
        expect.objectContaining({ name: 'Outage', value: 'complaint_about_outage' }),
      ]),
    );
    const { macro } = await rest.get(`macros/${macros.status_update}`).then(objectsOf);
    expect(macro?.actions).toEqual(expect.arrayContaining([{ field: 'priority', value: 'high' }]));
  });

  it('gets a deleted macro and its machinery back', async () => {
    const { macros, triggerId, fields } = await begin();
    await rest.delete(`macros/${macros.response_upheld}`);
    const { trigger } = await rest.get(`triggers/${triggerId}`).then(objectsOf);
    await rest.put(`triggers/${triggerId}`, {
      trigger: {
        active: false,
        actions: trigger?.actions,
        conditions: { all: [{ field: 'status', operator: 'is', value: 'open' }], any: [] },
      },
    });
    const plan = await planNow();
    expect(objectOf(plan, 'macro', 'response_upheld')?.status).toBe('create');
    expect(objectOf(plan, 'trigger', 'look')?.differences).toEqual([
      { what: 'active', from: 'false', to: 'true' },
      { what: 'conditions, all', from: 'status is open', to: 'role is_not 101 · status is_not closed' },
      {
        what: 'conditions, any',
        from: '',
        to: `current_tags includes formal_complaint · custom_fields_${fields.stage} present`,
      },
    ]);
    await applyPlan(rest, plan);
    expect(counts(await planNow())).toEqual(SETTLED);
  });

  it('is pointed at a service that has moved', async () => {
    const { webhookId } = await begin();
    const plan = await planNow({ publicUrl: 'https://moved.example/clock/' });
    expect(plan.steps.map(({ ref }) => ref)).toEqual(['webhook']);
    await applyPlan(rest, plan);
    expect(await rest.get(`webhooks/${webhookId}`)).toMatchObject({
      webhook: { endpoint: 'https://moved.example/clock/webhooks/zendesk' },
    });
  });
});

const newItem = z.object({
  default_locale_id: z.number(),
  variants: z.array(z.object({ locale_id: z.number(), default: z.boolean(), content: z.string() })),
});

describe('a letter', () => {
  const MOVED: ProvisionSettings = {
    ...SETTINGS,
    company: { ...SETTINGS.company, postalAddress: ['New House', 'Leeds'] },
  };

  async function germanVariant(key: string) {
    const { items } = { items: (await readAccount(rest)).texts };
    const item = items.find(({ name }) => name === `complaint_clock_${key}`);
    const variant = item?.variants.find(
      ({ content }) => content.includes('Guten Tag') || content.includes('eigener'),
    );
    return { path: `dynamic_content/items/${item?.id}/variants/${variant?.id}`, content: variant?.content };
  }

  it('follows the company settings while nobody has edited it', async () => {
    await begin();
    const plan = await planNow(MOVED);
    expect(new Set(plan.steps.map(({ ref }) => ref))).toEqual(
      new Set(
        [
          'acknowledgement',
          'how_to_complain',
          'response_upheld',
          'response_partly_upheld',
          'response_not_upheld',
        ].flatMap((key) => [`text:${key}`, `macro:${key}`]),
      ),
    );
    await applyPlan(rest, plan);
    expect((await germanVariant('acknowledgement')).content).toContain('New House');
    expect(counts(await planNow(MOVED))).toEqual(SETTLED);
  });

  it('is in those of our languages that the account speaks, with the right one for everybody else', async () => {
    await beginWithout();
    const snapshot = await readAccount(rest);
    const textsIn = (...locales: { id: number; locale: string; default?: boolean }[]) => {
      const { steps } = planFor({ ...snapshot, locales }, SETTINGS);
      const [write] = steps.find(({ ref }) => ref === 'text:behaviour')?.writes(new Map()) ?? [];
      const { item } = z.object({ body: z.object({ item: newItem }) }).parse(write).body;
      const said = item.variants.map(({ locale_id, content }) => [
        locale_id,
        /<p>(\p{L}+)/u.exec(content)?.[1],
      ]);
      const defaults = item.variants.filter((variant) => variant.default).map(({ locale_id }) => locale_id);
      expect(defaults).toEqual([item.default_locale_id]);
      return { said: Object.fromEntries(said), otherwise: item.default_locale_id };
    };
    const [de, en, es, mx, fr, nl, it] = [
      { id: 8, locale: 'de' },
      { id: 1, locale: 'en-US' },
      { id: 2, locale: 'es' },
      { id: 3, locale: 'es-MX' },
      { id: 16, locale: 'fr', default: true },
      { id: 5, locale: 'nl' },
      { id: 22, locale: 'it' },
    ];
    expect(textsIn(de, en, es, mx, nl, it)).toEqual({
      said: { 8: 'Guten', 1: 'Hello', 2: 'Buenos', 3: 'Buenos', 5: 'Geachte' },
      otherwise: 1,
    });
    expect(textsIn(de, fr, it)).toEqual({ said: { 8: 'Guten', 16: 'Bonjour' }, otherwise: 16 });
    expect(textsIn(it, nl)).toEqual({ said: { 5: 'Geachte' }, otherwise: 5 });
    expect(textsIn(it)).toEqual({ said: { 22: 'Hello' }, otherwise: 22 });
  });

  it('is said in a language that the account has learned since, and in no other again', async () => {
    await begin();
    const before = (await readAccount(rest)).texts.find(({ name }) => name === 'complaint_clock_behaviour');
    const french = before?.variants.find(({ content }) => content.includes('Bonjour'));
    await rest.delete(`dynamic_content/items/${before?.id}/variants/${french?.id}`);
    const plan = await planNow();
    expect(plan.steps.map(({ ref }) => ref)).toEqual(['text:behaviour']);
    expect(objectOf(plan, 'text', 'behaviour')?.differences).toMatchObject([
      { what: 'text in fr', from: null },
    ]);
    await applyPlan(rest, plan);
    expect(counts(await planNow())).toEqual(SETTLED);
  });

  it('that was edited in the account is kept, until somebody asks for ours', async () => {
    await begin();
    const { path } = await germanVariant('acknowledgement');
    await rest.put(path, { variant: { content: '<p>Ein eigener Text</p>' } });
    const edited = await planNow();
    expect(counts(edited)).toEqual(SETTLED);
    expect(objectOf(edited, 'text', 'acknowledgement')?.notes).toEqual([
      expect.stringContaining('--force text:acknowledgement'),
    ]);

    await applyPlan(rest, await planNow(MOVED));
    expect((await germanVariant('acknowledgement')).content).toBe('<p>Ein eigener Text</p>');
    expect(counts(await planNow(MOVED))).toEqual(SETTLED);

    await applyPlan(rest, await planNow({ ...MOVED, resetTexts: true }));
    expect((await germanVariant('acknowledgement')).content).toContain('New House');
    expect(counts(await planNow(MOVED))).toEqual(SETTLED);
  });
});

type Reply = Record<string, Record<string, unknown> & { id?: number; custom_field_options?: unknown[] }>;

/** A reply as the tests look at it. */
function objectsOf(reply: unknown): Reply {
  return typeof reply === 'object' && reply !== null ? { ...reply } : {};
}

async function created(path: string, body: unknown): Promise<Reply> {
  return objectsOf(await rest.post(path, body));
}
