import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import {
  type AccountObjects,
  applyPlan,
  carryOut,
  planAccount,
  planRemoval,
  provision,
} from '../../../server/provision/index.ts';
import { runRemove } from '../../../server/provision/remove/run-remove.ts';
import { ZendeskError } from '../../../server/zendesk/errors.ts';
import type { ZendeskRest } from '../../../server/zendesk/port.ts';
import { SETTINGS, startAccount, startProvisioned, type TestAccount, TICKETS } from './account.ts';

let account: TestAccount;
let rest: ZendeskRest;

/** Begins with an account that knows nothing of us. */
async function beginWithout(): Promise<void> {
  account = await startAccount();
  rest = account.rest;
}

/** Begins with all of ours. */
async function begin(): Promise<AccountObjects> {
  const started = await startProvisioned();
  account = started;
  rest = account.rest;
  return started.objects;
}
afterEach(() => account.sandbox.stop());

const planNow = async (withFields = false) => planRemoval(await readAccount(rest), { withFields });
const actionsOf = ({ removals }: Awaited<ReturnType<typeof planNow>>) =>
  Object.fromEntries(
    (['delete', 'deactivate', 'unmark', 'keep'] as const).map((action) => [
      action,
      removals.filter((removal) => removal.action === action).length,
    ]),
  );

/** Everything in the account that is not ours, as it is read. */
async function others() {
  const paths = ['macros', 'triggers', 'automations', 'views', 'webhooks', 'ticket_forms', 'ticket_fields'];
  const lists = await Promise.all(paths.map((path) => rest.list(path, path)));
  const named = z.array(z.looseObject({ id: z.union([z.number(), z.string()]) }));
  return lists.map((list) => named.parse(list).map(({ id }) => id));
}

const RULES = 13 + 2 + 5 + 1;
/** The letters, and the titles of macros and views. */
const TEXTS = 13 + 13 + 5;
const FIELDS_AND_FORMS = 22 + 2;
/** Titles of fields, names of their options, and what the forms are called and say. */
const THEIR_TEXTS = 22 + 52 + 1 + 13;
const ticketOf = z.object({
  ticket: z.object({
    tags: z.array(z.string()),
    custom_fields: z.array(z.object({ id: z.number(), value: z.unknown() })),
  }),
});

describe('removing', () => {
  it('finds nothing to do in an account without us', async () => {
    await beginWithout();
    expect((await planNow()).removals).toEqual([]);
  });

  it('takes out what is ours and nothing else, and keeps what tickets hold', async () => {
    await beginWithout();
    const before = await others();
    const { fields } = await provision(rest, SETTINGS);
    await rest.put(`tickets/${TICKETS.english}`, {
      ticket: {
        tags: ['formal_complaint', 'complaint_about_billing'],
        custom_fields: [{ id: fields.summary, value: 'The line is dead' }],
      },
    });
    expect(actionsOf(await planNow())).toEqual({
      delete: RULES + TEXTS,
      deactivate: FIELDS_AND_FORMS,
      unmark: 0,
      keep: THEIR_TEXTS,
    });
    await carryOut(rest, await planNow());

    const [macros, triggers, automations, views, webhooks] = await others();
    expect([macros, triggers, automations, views, webhooks]).toEqual(before.slice(0, 5));
    expect((await readAccount(rest)).texts).toHaveLength(THEIR_TEXTS);
    const { ticket } = ticketOf.parse(await rest.get(`tickets/${TICKETS.english}`));
    expect(ticket.tags).toContain('formal_complaint');
    expect(await rest.get(`ticket_fields/${fields.summary}`)).toMatchObject({
      ticket_field: { active: false },
    });

    // A ticket names the fields that are switched on; what the others hold is there when they are again.
    await provision(rest, SETTINGS);
    const { ticket: again } = ticketOf.parse(await rest.get(`tickets/${TICKETS.english}`));
    expect(again.custom_fields).toContainEqual({ id: fields.summary, value: 'The line is dead' });
  });

  it('does nothing the second time', async () => {
    await begin();
    await carryOut(rest, await planNow());
    const writes = account.writes().length;
    const again = await planNow();
    expect(actionsOf(again)).toEqual({
      delete: 0,
      deactivate: 0,
      unmark: 0,
      keep: FIELDS_AND_FORMS + THEIR_TEXTS,
    });
    expect(await carryOut(rest, again)).toEqual([]);
    expect(account.writes()).toHaveLength(writes);
  });

  it('is undone by applying again: kept fields and forms are found, the rest is made', async () => {
    const first = await begin();
    const { forms } = await readAccount(rest);
    await carryOut(rest, await planNow());
    const plan = await planAccount(rest, SETTINGS);
    const made = plan.objects.filter(({ status }) => status === 'create').length;
    expect(made).toBe(RULES + TEXTS);
    await applyPlan(rest, plan);
    const second = await provision(rest, SETTINGS);
    expect(second.fields).toEqual(first.fields);
    expect((await readAccount(rest)).forms).toEqual(forms);
    expect((await planAccount(rest, SETTINGS)).steps).toEqual([]);
  });

  it('deletes fields and forms where that is asked for, and can be applied again after', async () => {
    await beginWithout();
    const before = await others();
    await provision(rest, SETTINGS);
    const plan = await planNow(true);
    expect(actionsOf(plan)).toMatchObject({
      deactivate: 0,
      delete: RULES + TEXTS + THEIR_TEXTS + FIELDS_AND_FORMS,
    });
    await carryOut(rest, plan);
    expect(await others()).toEqual(before);
    expect((await planNow(true)).removals).toEqual([]);
    await provision(rest, SETTINGS);
    expect((await planAccount(rest, SETTINGS)).steps).toEqual([]);
  });

  it('deletes the fields of an earlier removal too', async () => {
    await beginWithout();
    const before = await others();
    await provision(rest, SETTINGS);
    await carryOut(rest, await planNow());
    await carryOut(rest, await planNow(true));
    expect(await others()).toEqual(before);
  });

  it.each([1, 7, 30, 60])('may be broken off after %i calls and run again', async (last) => {
    await begin();
    let calls = 0;
    const once = <T>(call: () => Promise<T>): Promise<T> => {
      calls += 1;
      return calls > last ? Promise.reject(new Error('pulled the plug')) : call();
    };
    const breaking: ZendeskRest = {
      ...rest,
      delete: (path) => once(() => rest.delete(path)),
      put: (path, body) => once(() => rest.put(path, body)),
    };
    await expect(carryOut(breaking, await planNow())).rejects.toThrow('pulled the plug');
    await carryOut(rest, await planNow());
    expect(actionsOf(await planNow())).toEqual({
      delete: 0,
      deactivate: 0,
      unmark: 0,
      keep: FIELDS_AND_FORMS + THEIR_TEXTS,
    });
  });
});

const idOf = z.record(z.string(), z.looseObject({ id: z.union([z.number(), z.string()]) }));
async function made(path: string, kind: string, body: unknown) {
  return idOf.parse(await rest.post(path, { [kind]: body }))[kind]?.id;
}

describe('what others have built on ours', () => {
  it('keeps alive what it names, and says so', async () => {
    const { fields, webhookId } = await begin();
    await made('macros', 'macro', {
      title: 'Theirs',
      actions: [{ field: 'comment_value_html', value: 'PS: {{dc.complaint_clock_data_protection}}' }],
    });
    await made('triggers', 'trigger', {
      title: 'Escalate',
      conditions: { all: [{ field: `custom_fields_${fields.outcome}`, operator: 'present' }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhookId, '{}'] }],
    });
    const plan = await planNow(true);
    expect(
      plan.removals
        .filter(({ action }) => action === 'keep')
        .map(({ kind, key, notes }) => [kind, key, notes[0]]),
    ).toEqual([
      ['webhook', 'webhook', expect.stringContaining('trigger "Escalate"')],
      ['field', 'outcome', expect.stringContaining('trigger "Escalate"')],
      ['text', 'data_protection', expect.stringContaining('macro "Theirs"')],
    ]);
    await carryOut(rest, plan);
    expect(await rest.get(`webhooks/${webhookId}`)).toMatchObject({ webhook: { id: webhookId } });
    expect(await rest.get(`ticket_fields/${fields.outcome}`)).toMatchObject({
      ticket_field: { active: true },
    });
  });

  it('is a copy of ours, which stays and is no longer taken for ours', async () => {
    const { macros } = await begin();
    const { macro } = z
      .object({ macro: z.looseObject({ description: z.string(), actions: z.array(z.unknown()) }) })
      .parse(await rest.get(`macros/${macros.how_to_complain}`));
    const { description } = macro;
    const actions = [{ field: 'comment_value_html', value: 'Own words' }];
    const copy = await made('macros', 'macro', { title: 'My own', description, actions });
    const plan = await planNow();
    expect(plan.removals.filter(({ action }) => action === 'unmark')).toMatchObject([{ id: copy }]);
    await carryOut(rest, plan);
    const { macro: left } = z
      .object({ macro: z.looseObject({ description: z.string() }) })
      .parse(await rest.get(`macros/${copy}`));
    expect(left.description).not.toContain('complaint-clock');
    expect((await planNow()).removals.filter(({ kind }) => kind === 'macro')).toEqual([]);
  });

  it('goes with its words where they stand in ours, which is said before', async () => {
    await begin();
    const { texts } = await readAccount(rest);
    const item = texts.find(({ name }) => name === 'complaint_clock_extension');
    const [variant] = item?.variants ?? [];
    await rest.put(`dynamic_content/items/${item?.id}/variants/${variant?.id}`, {
      variant: { content: '<p>Own words</p>' },
    });
    const removal = (await planNow()).removals.find(
      ({ kind, key }) => kind === 'text' && key === 'extension',
    );
    expect(removal).toMatchObject({ action: 'delete', notes: [expect.stringContaining('your own words')] });
  });

  it('what the account refuses is told, and the rest goes', async () => {
    const { macros } = await begin();
    const path = `macros/${macros.behaviour}`;
    const stubborn: ZendeskRest = {
      ...rest,
      delete: (asked) =>
        asked === path
          ? Promise.reject(new ZendeskError('DELETE macros: 422', { code: 'invalid', effect: 'none' }))
          : rest.delete(asked),
    };
    const done = await carryOut(stubborn, await planNow());
    expect(done.filter(({ refused }) => refused !== undefined)).toMatchObject([
      { removal: { kind: 'macro', key: 'behaviour' }, refused: expect.stringContaining('422') },
    ]);
    expect((await readAccount(rest)).macros.map(({ id }) => id)).toContain(macros.behaviour);
    expect(
      (await readAccount(rest)).views.filter(({ description }) => description.includes('complaint-clock')),
    ).toEqual([]);
  });
});

describe('npm run provision -- remove', () => {
  const SWITCHES = { withFields: false, yes: false, json: false, planOnly: false };
  const terminal = (answer: boolean | undefined) => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    return { lines, terminal: { print, ask: () => Promise.resolve(answer) } };
  };

  it('lists and explains first, and does nothing without a yes', async () => {
    await begin();
    const writes = account.writes().length;
    const no = terminal(false);
    expect(await runRemove(rest, SWITCHES, no.terminal)).toBe(0);
    const said = no.lines.join('\n');
    expect(said).toContain('- delete macro "Complaint: ADR letter"');
    expect(said).toContain(`= keep ${THEIR_TEXTS} texts`);
    expect(said).toContain('o deactivate field "Complaint: outcome"');
    expect(said).toMatch(/deleting a field deletes what it holds on every ticket/u);
    expect(said).toContain('Tickets keep their comments, tags and history. Groups stay');
    await expect(runRemove(rest, SWITCHES, terminal(undefined).terminal)).rejects.toThrow('--yes');
    expect(await runRemove(rest, { ...SWITCHES, planOnly: true }, terminal(undefined).terminal)).toBe(0);
    expect(account.writes()).toHaveLength(writes);
  });

  it('removes when told to, and prints one line of JSON', async () => {
    await begin();
    const { lines, terminal: quiet } = terminal(undefined);
    expect(await runRemove(rest, { ...SWITCHES, yes: true, json: true }, quiet)).toBe(0);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      delete: RULES + TEXTS,
      deactivate: FIELDS_AND_FORMS,
      unmark: 0,
      keep: THEIR_TEXTS,
    });
    expect((await planNow()).removals.filter(({ call }) => call)).toEqual([]);
  });
});
