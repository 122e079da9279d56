import { z } from 'zod';
import type { ZendeskRest } from '../../../../../server/zendesk/port.ts';
import { actionsOf, changed, made, ours } from './account-objects.ts';
import type { Fault, Undo } from './faults.ts';
import { TRAINEE_ROLE } from './installation.ts';

const TAGGING = (on: boolean) => ({ settings: { tickets: { tagging: on } } });
const role = (tags: boolean) => ({ custom_role: { configuration: { ticket_tag_editing: tags } } });
const forms = z.array(
  z.object({ id: z.number(), active: z.boolean(), ticket_field_ids: z.array(z.number()) }),
);
const installations = z.object({ installations: z.array(z.object({ id: z.number() })) });

const installation = z.object({ app_id: z.number(), settings: z.record(z.string(), z.unknown()) });

const theForms = async ({ list }: Pick<ZendeskRest, 'list'>) =>
  forms.parse(await list('ticket_forms', 'ticket_forms'));

/** Takes a field off every form; answers how to put it back. */
async function offAllForms(rest: ZendeskRest, ref: string): Promise<Undo> {
  const { id } = await ours(rest, ref);
  const all = await theForms(rest);
  const put = ({ id: form }: { id: number }, ids: readonly number[]) =>
    rest.put(`ticket_forms/${form}`, { ticket_form: { ticket_field_ids: ids } });
  for (const form of all) {
    const others = form.ticket_field_ids.filter((one) => one !== id);
    await put(form, others);
  }
  return async () => {
    for (const form of all) await put(form, form.ticket_field_ids);
  };
}

const textItems = z.array(
  z.object({
    id: z.number(),
    name: z.string(),
    variants: z.array(z.object({ id: z.number(), default: z.boolean(), content: z.string() })),
  }),
);

async function theApp(get: (path: string) => Promise<unknown>): Promise<string> {
  const [first] = installations.parse(await get('apps/installations')).installations;
  if (!first) throw new Error('no app is installed');
  return `apps/installations/${first.id}`;
}

export const FAULTS_IN_OBJECTS: readonly Fault[] = [
  {
    what: 'a field is switched off',
    check: 'fields',
    plant: ({ rest }) => changed(rest, 'field:outcome', () => ({ active: false })),
    status: 'problem',
    seen: /switched off: "Complaint: outcome"/,
    fix: /provision -- apply.*Tickets > Fields: activate/,
  },
  {
    what: 'a field lacks an option',
    check: 'fields',
    plant: ({ rest }) =>
      changed(rest, 'field:outcome', ({ custom_field_options }) => {
        const options = z.array(z.looseObject({ value: z.string() })).parse(custom_field_options);
        return { custom_field_options: options.filter(({ value }) => value !== 'complaint_outcome_upheld') };
      }),
    status: 'problem',
    seen: /lacks the options complaint_outcome_upheld/,
    fix: /provision -- apply/,
  },
  {
    what: 'the clock record is on a form',
    check: 'fields',
    plant: async ({ rest }) => {
      const { id } = await ours(rest, 'field:record');
      const [form] = (await theForms(rest)).filter(({ active }) => active);
      if (!form) throw new Error('the account has no form');
      const put = (ids: readonly unknown[]) =>
        rest.put(`ticket_forms/${form.id}`, { ticket_form: { ticket_field_ids: ids } });
      await put([...form.ticket_field_ids, id]);
      return () => put(form.ticket_field_ids);
    },
    status: 'problem',
    seen: /clock record ".*" is on the form/,
    fix: /Tickets > Forms: take it off/,
  },
  {
    what: 'what people fill in is on no form',
    check: 'fields',
    plant: ({ rest }) => offAllForms(rest, 'field:outcome'),
    status: 'warning',
    seen: /on no active form.*"Complaint: outcome"/,
    fix: /Tickets > Forms: add them/,
  },
  {
    what: 'an object is missing',
    check: 'objects',
    plant: async ({ rest }) => {
      const { id, ...macro } = await ours(rest, 'macro:status_update');
      await rest.delete(`macros/${id}`);
      return () => rest.post('macros', { macro });
    },
    status: 'problem',
    seen: /macro "Complaint: status update" is missing/,
    fix: /provision -- apply/,
  },
  {
    what: 'somebody has described an object anew, and taken its mark away',
    check: 'objects',
    plant: ({ rest }) => changed(rest, 'macro:ask_evidence', () => ({ description: 'Their own words.' })),
    status: 'problem',
    seen: /macro "Complaint: ask for evidence" differs: description/,
    fix: /provision -- apply/,
  },
  {
    what: 'the acknowledgement has a placeholder that Zendesk does not know how to fill',
    check: 'macro-text',
    plant: ({ rest }) =>
      changed(rest, 'macro:acknowledgement', (macro) => ({
        actions: [
          ...actionsOf(macro).filter(({ field }) => field !== 'comment_value_html'),
          { field: 'comment_value_html', value: '<p>Hello {% raw %}{{ticket.nobody}}{% endraw %}</p>' },
        ],
      })),
    status: 'problem',
    seen: /macro "Complaint: acknowledgement" leaves \{\{ticket.nobody\}\}.*nothing is acknowledged/,
    fix: /Agent tools > Macros: open it/,
  },
  {
    what: 'the acknowledgement has a place that nobody fills in',
    check: 'macro-text',
    plant: ({ rest }) =>
      changed(rest, 'macro:acknowledgement', (macro) => ({
        actions: [
          ...actionsOf(macro).filter(({ field }) => field !== 'comment_value_html'),
          { field: 'comment_value_html', value: '<p>Hello […your name…]</p>' },
        ],
      })),
    status: 'problem',
    seen: /acknowledgement" has a place/,
    fix: /Macros/,
  },
  {
    what: 'a placeholder stands in another language only',
    check: 'macro-text',
    plant: async ({ rest }) => {
      const items = textItems.parse(await rest.list('dynamic_content/items', 'items'));
      const item = items.find(({ name }) => name === 'complaint_clock_status_update');
      const variant = item?.variants.find(({ default: first }) => !first);
      if (!item || !variant) throw new Error('the account has no such text');
      const put = (content: string) =>
        rest.put(`dynamic_content/items/${item.id}/variants/${variant.id}`, { variant: { content } });
      await put(`${variant.content}<p>{{ticket.nobody}}</p>`);
      return () => put(variant.content);
    },
    status: 'warning',
    seen: /placeholders that were not tried: ticket.nobody/,
    fix: /Agent tools > Dynamic content/,
  },
  {
    what: 'a macro writes an internal note',
    check: 'macro-text',
    plant: ({ rest }) =>
      changed(rest, 'macro:status_update', (macro) => ({
        actions: actionsOf(macro).map((action) =>
          action.field === 'comment_mode_is_public' ? { ...action, value: 'false' } : action,
        ),
      })),
    status: 'problem',
    seen: /"Complaint: status update" writes an internal note/,
    fix: /provision -- apply/,
  },
  {
    what: 'one of our macros solves the ticket',
    check: 'macro-actions',
    plant: ({ rest }) =>
      changed(rest, 'macro:status_update', (macro) => ({
        actions: [...actionsOf(macro), { field: 'status', value: 'solved' }],
      })),
    status: 'warning',
    seen: /"Complaint: status update" does more than ours: status = solved/,
    fix: /Macros: open "Complaint: status update"/,
  },
  {
    what: 'one of our macros says that it is another reply',
    check: 'macro-actions',
    plant: ({ rest }) =>
      changed(rest, 'macro:status_update', (macro) => ({
        actions: actionsOf(macro).map((action) =>
          action.field === 'current_tags'
            ? { ...action, value: 'complaint_update_sent complaint_response_sent' }
            : action,
        ),
      })),
    status: 'problem',
    seen: /adds complaint_response_sent/,
    fix: /Macros: open/,
  },
  {
    what: 'a macro of others passes for an acknowledgement',
    check: 'macro-actions',
    plant: ({ rest }) =>
      made(rest, 'macros', {
        title: 'Thanks',
        actions: [{ field: 'current_tags', value: 'complaint_ack_sent' }],
      }),
    status: 'warning',
    seen: /macro "Thanks" \(\d+\), which is not ours, adds complaint_ack_sent/,
    fix: /Macros: take the tags out/,
  },
  {
    what: 'tags are off in the account',
    check: 'tagging',
    plant: async ({ rest }) => {
      await rest.put('account/settings', TAGGING(false));
      return () => rest.put('account/settings', TAGGING(true));
    },
    status: 'problem',
    seen: /tags on tickets are off/,
    fix: /Tickets > Settings: under Tags/,
  },
  {
    what: 'a role may not edit tags',
    check: 'tagging',
    plant: async ({ rest }) => {
      await rest.put(`custom_roles/${TRAINEE_ROLE}`, role(false));
      return () => rest.put(`custom_roles/${TRAINEE_ROLE}`, role(true));
    },
    status: 'warning',
    seen: /role "Trainee" may not edit tags/,
    fix: /Team > Roles: open the role, Tickets, Edit ticket tags/,
  },
  {
    what: 'a role may not edit tags, and no form has the drop-down in their place',
    check: 'tagging',
    plant: async ({ rest }) => {
      const shown = await offAllForms(rest, 'field:reply_is');
      await rest.put(`custom_roles/${TRAINEE_ROLE}`, role(false));
      return async () => {
        await rest.put(`custom_roles/${TRAINEE_ROLE}`, role(true));
        await shown();
      };
    },
    status: 'problem',
    seen: /"Trainee" may not edit tags.*is on no active form/,
    fix: /Team > Roles.*Tickets > Forms: add/,
  },
  {
    what: 'the app is not installed',
    check: 'app',
    plant: async ({ rest, publicUrl }) => {
      const path = await theApp(rest.get);
      const { app_id, settings } = installation.parse(await rest.get(path));
      await rest.delete(path);
      return () =>
        rest.post('apps/installations', { app_id, settings: { ...settings, service_url: publicUrl } });
    },
    status: 'problem',
    seen: /"Complaint Clock" is not installed/,
    fix: /Zendesk Support apps: Upload private app.*npm run package/,
  },
  {
    what: 'the service has no secret for the app',
    check: 'app',
    plant: async () => undefined,
    settings: () => ({ APP_SHARED_SECRET: '' }),
    status: 'warning',
    seen: /APP_SHARED_SECRET is not set/,
    fix: /openssl rand/,
  },
  {
    what: 'the app asks another address',
    check: 'app',
    plant: async ({ rest, publicUrl }) => {
      const path = await theApp(rest.get);
      await rest.put(path, { settings: { service_url: 'https://elsewhere.example' } });
      return () => rest.put(path, { settings: { service_url: publicUrl } });
    },
    status: 'problem',
    seen: /the app asks https:\/\/elsewhere.example/,
    fix: /Zendesk Support apps: open "Complaint Clock", Settings, Address of the service/,
  },
  {
    what: 'the app is switched off',
    check: 'app',
    plant: async ({ rest }) => {
      const path = await theApp(rest.get);
      await rest.put(path, { enabled: false });
      return () => rest.put(path, { enabled: true });
    },
    status: 'problem',
    seen: /switched off/,
    fix: /Zendesk Support apps: open "Complaint Clock" and enable it/,
  },
];
