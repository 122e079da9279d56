import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { createChecker, oasIsHere, WHERE } from './support/oas.ts';
import { listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED, SUPPORT } from './support/seed.ts';

describe.skipIf(!oasIsHere)("replies have the shapes of Zendesk's own description", () => {
  let sandbox: Sandbox;
  let api: Client;
  let check: ReturnType<typeof createChecker>;
  const ids = { field: 0, form: 0, macro: 0, view: 0, item: 0, trigger: 0, job: '' };

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: SEED });
    api = await serviceClient(sandbox);
    check = createChecker();
    const make = async (path: string, body: unknown, id: string) =>
      numberAt((await api.post(path, body)).body, id);
    const options = [{ name: 'Red', value: 'red' }];
    ids.field = await make(
      '/ticket_fields',
      { ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options } },
      'ticket_field.id',
    );
    ids.form = await make(
      '/ticket_forms',
      { ticket_form: { name: 'Second', ticket_field_ids: [ids.field] } },
      'ticket_form.id',
    );
    ids.macro = await make(
      '/macros',
      {
        macro: {
          title: 'M',
          actions: [
            { field: 'comment_value', value: 'Hi {{ticket.id}}' },
            { field: 'current_tags', value: 'red' },
          ],
        },
      },
      'macro.id',
    );
    ids.view = await make(
      '/views',
      {
        view: {
          title: 'V',
          all: [{ field: 'status', operator: 'less_than', value: 'closed' }],
          output: { columns: ['subject', String(ids.field)] },
        },
      },
      'view.id',
    );
    ids.item = await make(
      '/dynamic_content/items',
      {
        item: { name: 'd', default_locale_id: 8, variants: [{ locale_id: 8, content: 'x', default: true }] },
      },
      'item.id',
    );
    ids.trigger = await make(
      '/triggers',
      { trigger: { title: 'T', conditions: { all: [] }, actions: [{ field: 'current_tags', value: 'x' }] } },
      'trigger.id',
    );
    ids.job = textAt(
      (await api.put('/tickets/update_many?ids=101,999', { ticket: { tags: ['y'] } })).body,
      'job_status.id',
    );
  });
  afterAll(() => sandbox.stop());

  const replies: [schema: string, path: () => string][] = [
    ['TicketResponse', () => '/tickets/101'],
    ['TicketsResponse', () => '/tickets'],
    ['TicketsResponse', () => '/tickets?page[size]=1'],
    ['TicketAuditsResponseNoneCursor', () => '/tickets/101/audits'],
    ['TicketAuditsResponse', () => '/tickets/101/audits?page[size]=2'],
    ['TicketCommentsResponse', () => '/tickets/101/comments'],
    ['TagsByObjectIdResponse', () => '/tickets/101/tags'],
    ['CurrentUserResponse', () => '/users/me'],
    ['UserResponse', () => `/users/${AGENT}`],
    ['UserResponse', () => `/users/${ENGLISH}`],
    ['UsersResponse', () => '/users'],
    ['GroupResponse', () => `/groups/${SUPPORT}`],
    ['GroupsResponse', () => '/groups'],
    ['GroupMembershipsResponse', () => '/group_memberships'],
    ['OrganizationsResponse', () => '/organizations'],
    ['BrandsResponse', () => '/brands'],
    ['LocalesResponse', () => '/locales'],
    ['TicketFieldsResponse', () => '/ticket_fields'],
    ['TicketFieldResponse', () => `/ticket_fields/${ids.field}`],
    ['CustomFieldOptionsResponse', () => `/ticket_fields/${ids.field}/options`],
    ['TicketFormsResponse', () => '/ticket_forms'],
    ['TicketFormResponse', () => `/ticket_forms/${ids.form}`],
    ['MacroResponse', () => `/macros/${ids.macro}`],
    ['MacrosResponse', () => '/macros'],
    ['MacroApplyTicketResponse', () => `/tickets/101/macros/${ids.macro}/apply`],
    ['MacroApplyTicketResponse', () => `/macros/${ids.macro}/apply`],
    ['TriggerResponse', () => `/triggers/${ids.trigger}`],
    ['TriggersResponse', () => '/triggers'],
    // The description knows only texts as values of actions; the reminders, switched off, have notifications.
    ['AutomationsResponse', () => '/automations/active'],
    ['ViewsResponse', () => '/views'],
    ['ViewResponse', () => `/views/${ids.view}/execute`],
    ['ViewCountResponse', () => `/views/${ids.view}/count`],
    ['DynamicContentsResponse', () => '/dynamic_content/items'],
    ['DynamicContentResponse', () => `/dynamic_content/items/${ids.item}`],
    ['DynamicContentVariantsResponse', () => `/dynamic_content/items/${ids.item}/variants`],
    ['SearchResponse', () => '/search?query=type:ticket'],
    ['SearchExportResponse', () => '/search/export?query=status:new&filter[type]=ticket'],
    ['JobStatusResponse', () => `/job_statuses/${ids.job}`],
    ['TagsResponse', () => '/tags'],
  ];

  test.each(replies)('%s of a GET', async (schema, path) => {
    const reply = await api.get(path());
    expect([path(), reply.status]).toEqual([path(), 200]);
    expect(check(schema, reply.body)).toEqual([]);
  });

  test('TicketUpdateResponse of a PUT', async () => {
    const ticket = {
      tags: ['red'],
      comment: { body: 'Hi', public: true },
      custom_fields: [{ id: ids.field, value: 'red' }],
    };
    const reply = await api.put('/tickets/102', { ticket });
    expect(
      check('TicketUpdateResponse', reply.body).filter(
        (fault) => !fault.startsWith('TicketUpdateResponse.audit.events'),
      ),
    ).toEqual([]);
    // The description knows only texts and numbers as values of an event; tags really are lists.
    for (const audit of listAt((await api.get('/tickets/102/audits')).body, 'audits')) {
      expect(check('TicketAuditObject', audit)).toEqual([]);
    }
  });

  test('the check itself finds what is wrong', () => {
    expect(
      check('TicketResponse', { ticket: { id: 'x', status: 'odd', tags: [1], created_at: 'never' } }),
    ).toHaveLength(4);
    expect(check('TicketResponse', { ticket: { id: null, status: null } })).toEqual([]);
    expect(check('GroupResponse', { group: {} })).toEqual(['GroupResponse.group.name: missing']);
  });
});

if (!oasIsHere) test.skip(`shapes are not checked, because ${WHERE} is not there`, () => undefined);
