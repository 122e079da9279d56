import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readAccount } from '../../../server/provision/account/snapshot.ts';
import { OPEN_TAGS } from '../../../server/provision/definition/closing.ts';
import { applyPlan, carryOut, planAccount, planRemoval } from '../../../server/provision/index.ts';
import { PEOPLE, SETTINGS, startAccount, type TestAccount, TICKETS } from './account.ts';

const HOUR = 3_600_000;
const automation = z.object({
  id: z.number(),
  title: z.string(),
  active: z.boolean(),
  actions: z.array(z.unknown()),
});
let account: TestAccount;

beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.sandbox.stop());

const automations = async () =>
  z.array(automation).parse(await account.rest.list('automations', 'automations'));
const planned = async () =>
  (await planAccount(account.rest, SETTINGS)).objects.filter(
    ({ kind, key }) => kind === 'automation' && key !== 'closing',
  );
const surveyMails = (ticketId: number) =>
  account.sandbox.mails().filter((mail) => mail.ticketId === ticketId && mail.subject.includes('complaint'));

async function standard() {
  const found = (await automations()).find(({ title }) => title.startsWith('Request customer satisfaction'));
  if (!found) throw new Error('the account has no standard survey');
  return found;
}

async function setTags(ticketId: number, stage: string): Promise<void> {
  // Anew, so that it is not closed meanwhile.
  await account.rest.put(`tickets/${ticketId}`, { ticket: { status: 'open' } });
  const ticket = {
    status: 'solved',
    tags: ['formal_complaint', `complaint_stage_${stage}`],
    assignee_id: PEOPLE.agent,
  };
  await account.rest.put(`tickets/${ticketId}`, { ticket });
}

describe('where satisfaction ratings are off', () => {
  test('nothing is planned, and the plan says why and what to do', async () => {
    const plan = await planAccount(account.rest, SETTINGS);
    expect(await planned()).toEqual([]);
    expect(plan.advice.join('\n')).toContain('Satisfaction ratings are off');
    expect(plan.objects.filter(({ key }) => key.startsWith('survey'))).toEqual([]);
  });
});

describe('where they are on', () => {
  beforeAll(async () => {
    await account.rest.put(`automations/${(await standard()).id}`, { automation: { active: true } });
  });

  test('ours is planned with its words, and the standard survey is proposed to leave complaints out', async () => {
    const plan = await planAccount(account.rest, SETTINGS);
    expect(plan.advice.join('\n')).not.toContain('Satisfaction ratings are off');
    const [ours, other] = await planned();
    expect(ours).toMatchObject({
      key: 'survey',
      status: 'create',
      title: 'Complaint Clock: survey after closing',
    });
    expect(other).toMatchObject({ key: 'other_survey', status: 'foreign', id: (await standard()).id });
    expect(other?.notes.join('\n')).toContain('formal_complaint');
  });

  test('applied it stands, and the standard survey is as it was; planned again there is nothing to do', async () => {
    const before = await standard();
    await applyPlan(account.rest, await planAccount(account.rest, SETTINGS));
    expect(await standard()).toEqual(before);
    const [ours] = await planned();
    expect(ours).toMatchObject({ key: 'survey', status: 'unchanged' });
    const texts = (await planAccount(account.rest, SETTINGS)).objects.filter(
      ({ kind, key }) => kind === 'text' && key.startsWith('survey'),
    );
    expect(texts.map(({ key, status }) => [key, status])).toEqual([
      ['survey_subject', 'unchanged'],
      ['survey_text', 'unchanged'],
    ]);
    // As the plan has proposed.
    const conditions = {
      all: [
        { field: 'SOLVED', operator: 'greater_than', value: '24' },
        { field: 'satisfaction_score', operator: 'is', value: 'unoffered' },
        { field: 'current_tags', operator: 'not_includes', value: 'formal_complaint' },
      ],
      any: [],
    };
    await account.rest.put(`automations/${before.id}`, { automation: { conditions } });
    expect((await planned()).map(({ key }) => key)).toEqual(['survey']);
  });

  test('nobody is asked in any stage but the closed one, however long the ticket is solved', async () => {
    const { clock } = account.sandbox;
    for (const stage of OPEN_TAGS.map((tag) => tag.replace('complaint_stage_', ''))) {
      await setTags(TICKETS.english, stage);
      clock.advance(50 * HOUR);
      expect([stage, surveyMails(TICKETS.english)]).toEqual([stage, []]);
    }
  });

  test('once it is closed the customer is asked once, in the customer’s language, and not at once', async () => {
    const { clock } = account.sandbox;
    await setTags(TICKETS.german, 'closed');
    clock.advance(20 * HOUR);
    expect(surveyMails(TICKETS.german)).toEqual([]);
    clock.advance(10 * HOUR);
    const mails = account.sandbox
      .mails()
      .filter((mail) => mail.ticketId === TICKETS.german && mail.subject.startsWith('Ihre Beschwerde'));
    expect(mails).toHaveLength(1);
    clock.advance(40 * HOUR);
    const again = account.sandbox
      .mails()
      .filter((mail) => mail.ticketId === TICKETS.german && mail.subject.startsWith('Ihre Beschwerde'));
    expect(again).toHaveLength(1);
  });

  test('what was changed by hand is put right; with the rest it is taken out', async () => {
    const ours = (await automations()).find(({ title }) => title.startsWith('Complaint Clock'));
    const all = [
      { field: 'SOLVED', operator: 'greater_than', value: '1' },
      { field: 'current_tags', operator: 'not_includes', value: 'complaint_surveyed' },
    ];
    await account.rest.put(`automations/${ours?.id}`, {
      automation: { conditions: { all, any: [] }, title: 'Our survey' },
    });
    expect((await planned())[0]).toMatchObject({
      status: 'change',
      title: 'Our survey',
      differences: [{ what: 'conditions, all' }],
    });
    await applyPlan(account.rest, await planAccount(account.rest, SETTINGS));
    expect((await planned())[0]).toMatchObject({ status: 'unchanged', title: 'Our survey' });
    const plan = planRemoval(await readAccount(account.rest), { withFields: false });
    expect(plan.removals.filter(({ kind }) => kind === 'automation')).toMatchObject([
      { key: 'survey', id: ours?.id, action: 'delete' },
    ]);
    await carryOut(account.rest, plan);
    expect((await automations()).map(({ title }) => title)).not.toContain('Our survey');
    const texts = z
      .array(z.object({ name: z.string() }))
      .parse(await account.rest.list('dynamic_content/items', 'items'));
    expect(texts.filter(({ name }) => name.includes('survey'))).toEqual([]);
  });
});
