import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { knownIds } from '../../../server/provision/account/ids.ts';
import { idsIn, withIds } from '../../../server/provision/account/remembered.ts';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import {
  type AccountObjects,
  applyPlan,
  discoverAccount,
  type ProvisionSettings,
  planAccount,
} from '../../../server/provision/index.ts';
import type { Ids } from '../../../server/provision/refs.ts';
import type { ZendeskRest } from '../../../server/zendesk/port.ts';
import { PEOPLE, SETTINGS, startProvisioned, type TestAccount } from './account.ts';

let account: TestAccount;
let rest: ZendeskRest;
let objects: AccountObjects;
let ids: Ids;

beforeAll(async () => {
  const started = await startProvisioned();
  account = started;
  rest = started.rest;
  objects = started.objects;
  ids = knownIds(await readAccount(rest));
});
afterAll(() => account.sandbox.stop());

const planNow = (changes: Partial<ProvisionSettings> = {}) => planAccount(rest, { ...SETTINGS, ...changes });
const put = (path: string, envelope: string, body: unknown) => rest.put(path, { [envelope]: body });
const fieldReply = z.object({ ticket_field: z.looseObject({ agent_description: z.string() }) });
const macroReply = z.object({ macro: z.looseObject({ id: z.number() }) });
const webhookReply = z.object({ webhook: z.looseObject({ signing_secret: z.unknown().optional() }) });

/** Every title and description rewritten by somebody who has never heard of marks. */
async function rewriteAll(): Promise<void> {
  const words = { title: 'Renamed', description: 'Our own words.' };
  for (const id of Object.values(objects.fields)) await put(`ticket_fields/${id}`, 'ticket_field', words);
  const asked = { agent_description: 'Read it to the customer.' };
  await put(`ticket_fields/${objects.fields.summary}`, 'ticket_field', asked);
  for (const id of Object.values(objects.macros)) await put(`macros/${id}`, 'macro', words);
  for (const id of Object.values(objects.views)) await put(`views/${id}`, 'view', words);
  for (const key of ['look', 'form'] as const)
    await put(`triggers/${ids.get(`trigger:${key}`)}`, 'trigger', words);
  for (const key of ['customer', 'agent'] as const)
    await put(`ticket_forms/${ids.get(`form:${key}`)}`, 'ticket_form', { name: `Renamed ${key}` });
  const { webhook } = webhookReply.parse(await rest.get(`webhooks/${objects.webhookId}`));
  const { signing_secret: _secret, ...kept } = webhook;
  await put(`webhooks/${objects.webhookId}`, 'webhook', { ...kept, name: 'Renamed', description: 'Ours.' });
}

describe('objects that were renamed and described anew', () => {
  it('are found by the ids that the clock record’s field remembers, and get their marks back', async () => {
    await rewriteAll();
    expect(knownIds(await readAccount(rest))).toEqual(ids);
    expect(await discoverAccount(rest, { serviceUserId: PEOPLE.service })).toEqual({
      ok: true,
      account: objects,
    });

    const plan = await planNow();
    expect(plan.objects.filter(({ status }) => status === 'create')).toEqual([]);
    const differing = plan.objects.flatMap(({ differences }) => differences.map(({ what }) => what));
    expect([...new Set(differing)].toSorted()).toEqual(['agent_description', 'description']);
    await applyPlan(rest, plan);
    expect((await planNow()).steps).toEqual([]);
    expect(await rest.get(`views/${objects.views.today}`)).toMatchObject({
      view: { title: 'Renamed', description: 'Our own words. [complaint-clock:view:today]' },
    });
  });

  it('are told from their clones, which carry the mark too, whichever is older', async () => {
    const { macro } = macroReply.parse(await rest.get(`macros/${objects.macros.extension}`));
    const { id: _id, ...copy } = macro;
    const made = macroReply.parse(await rest.post('macros', { macro: copy }));
    const record = `ticket_fields/${objects.fields.record}`;
    const { ticket_field: field } = fieldReply.parse(await rest.get(record));
    const swapped = new Map(idsIn(field.agent_description)).set('macro:extension', made.macro.id);
    await put(record, 'ticket_field', { agent_description: withIds('', swapped) });
    expect(knownIds(await readAccount(rest)).get('macro:extension')).toBe(made.macro.id);
    await put(record, 'ticket_field', { agent_description: field.agent_description });
    expect(knownIds(await readAccount(rest)).get('macro:extension')).toBe(objects.macros.extension);
    await rest.delete(`macros/${made.macro.id}`);
  });

  it('are found by their marks where the ids are lost, which are written down again', async () => {
    await put(`ticket_fields/${objects.fields.record}`, 'ticket_field', {
      agent_description: '',
      description: '[complaint-clock:field:record]',
    });
    const plan = await planNow();
    expect(plan.steps.map(({ ref }) => ref)).toEqual(['form:customer', 'form:agent', 'trigger:form', 'ids']);
    await put(`ticket_forms/${ids.get('form:customer')}`, 'ticket_form', { name: 'Formal complaint' });
    await put(`ticket_forms/${ids.get('form:agent')}`, 'ticket_form', {
      name: 'Formal complaint (for agents)',
    });
    const byTitle = await planNow();
    expect(byTitle.steps.map(({ object }) => [object.key, object.status])).toEqual([
      ['customer', 'change'],
      ['agent', 'change'],
      ['ids', 'create'],
    ]);
    await applyPlan(rest, byTitle);
    expect((await planNow()).steps).toEqual([]);
    expect(knownIds(await readAccount(rest))).toEqual(ids);
  });

  it('are not ours where the id belongs to a field of another type, or to something with another mark', async () => {
    const record = `ticket_fields/${objects.fields.record}`;
    const { ticket_field: field } = fieldReply.parse(await rest.get(record));
    const { ticket_field: own } = z
      .object({ ticket_field: z.object({ id: z.number() }) })
      .parse(await rest.post('ticket_fields', { ticket_field: { type: 'text', title: 'Their own' } }));
    const crossed = new Map(idsIn(field.agent_description))
      .set('field:received', own.id)
      .set('macro:behaviour', objects.macros.extension);
    await put(record, 'ticket_field', { agent_description: withIds('', crossed) });
    expect(knownIds(await readAccount(rest))).toEqual(ids);
    await applyPlan(rest, await planNow());
    expect((await planNow()).steps).toEqual([]);
  });

  it('are remembered by what fits where Zendesk finds so long a description too long', async () => {
    const record = `ticket_fields/${objects.fields.record}`;
    await put(record, 'ticket_field', { agent_description: '' });
    let refused = 0;
    const off = account.sandbox.faults.add(({ method, path }) => {
      if (method !== 'PUT' || !path.includes(record) || refused > 0) return undefined;
      refused += 1;
      return { kind: 'answer', status: 422, headers: {} };
    });
    await applyPlan(rest, await planNow({ force: ['form:customer', 'form:agent'] }));
    off();
    expect(refused).toBe(1);
    const { ticket_field } = fieldReply.parse(await rest.get(record));
    expect([...idsIn(ticket_field.agent_description).keys()]).toEqual(['form:customer', 'form:agent']);
    await applyPlan(rest, await planNow());
    expect((await planNow()).steps).toEqual([]);
  });
});

describe('what agents read', () => {
  it('is said in all five languages by dynamic content, each title and each option', async () => {
    const { texts, locales, fields } = await readAccount(rest);
    const speaking = (name: string) => {
      const item = texts.find((text) => text.name === `complaint_clock_${name}`);
      return Object.fromEntries(
        ['en-GB', 'en-US', 'de', 'es', 'fr', 'nl'].flatMap((wanted) => {
          const locale = locales.find(({ locale: tag }) => tag === wanted);
          const variant = item?.variants.find(({ locale_id }) => locale_id === locale?.id);
          return variant ? [[wanted.slice(0, 2), variant.content]] : [];
        }),
      );
    };
    expect(speaking('view_today')).toEqual({
      en: 'Complaints: today',
      de: 'Beschwerden: heute',
      es: expect.stringMatching(/hoy/),
      fr: expect.stringMatching(/aujourd’hui/),
      nl: expect.stringMatching(/vandaag/),
    });
    expect(speaking('option_stage_received')).toMatchObject({ en: 'Received', de: 'Eingegangen' });
    expect(Object.keys(speaking('macro_extension'))).toHaveLength(5);
    expect(Object.keys(speaking('form_agent'))).toHaveLength(5);
    const named = fields.find(({ id }) => id === objects.fields.outcome)?.custom_field_options;
    expect(named?.map(({ raw_name }) => raw_name)).toEqual(
      ['upheld', 'partly_upheld', 'not_upheld'].map(
        (name) => `{{dc.complaint_clock_option_outcome_${name}}}`,
      ),
    );
  });

  it('follows ours where it is asked for by name, and stays as somebody put it otherwise', async () => {
    const plan = await planNow({ force: ['view:today', 'field:stage'] });
    expect(plan.steps.map(({ ref, object }) => [ref, object.differences])).toEqual([
      ['field:stage', [{ what: 'title', from: 'Renamed', to: 'Complaint: stage' }]],
      ['view:today', [{ what: 'title', from: 'Renamed', to: 'Complaints: today' }]],
    ]);
    await applyPlan(rest, plan);
    expect(await rest.get(`views/${objects.views.today}`)).toMatchObject({
      view: { title: 'Complaints: today', raw_title: '{{dc.complaint_clock_view_today}}' },
    });
    expect((await planNow({ force: ['view:today', 'field:stage'] })).steps).toEqual([]);
  });

  it('keeps its text when somebody gives the dynamic content another name', async () => {
    const { texts } = await readAccount(rest);
    const item = texts.find(({ name }) => name === 'complaint_clock_extension');
    await rest.put(`dynamic_content/items/${item?.id}`, { item: { name: 'Letter: more time' } });
    const plan = await planNow();
    expect(plan.steps).toEqual([]);
    expect(plan.ids.get('text:extension')).toBe(item?.placeholder);
  });
});
