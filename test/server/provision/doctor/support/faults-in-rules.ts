import { changed, made, ours, switched } from './account-objects.ts';
import type { Fault } from './faults.ts';

const anyChange = { all: [{ field: 'update_type', operator: 'is', value: 'Change' }], any: [] };
const complaints = {
  all: [{ field: 'current_tags', operator: 'includes', value: 'formal_complaint' }],
  any: [],
};

/** A trigger of the account's own, which does this on every change. */
const trigger = (field: string, value: unknown, conditions: unknown = anyChange) => ({
  title: 'Somebody’s rule',
  conditions,
  actions: [{ field, value }],
});

const SURVEY = 'Request customer satisfaction rating (System Automation)';
const MAIL = 'Notify requester and CCs of comment update';

export const FAULTS_IN_RULES: readonly Fault[] = [
  {
    what: 'our trigger is switched off',
    check: 'trigger-order',
    plant: ({ rest }) => changed(rest, 'trigger:look', () => ({ active: false })),
    status: 'problem',
    seen: /switched off/,
    fix: /provision -- apply.*Triggers/,
  },
  {
    what: 'a trigger after ours changes our tags',
    check: 'trigger-order',
    plant: ({ rest }) =>
      made(rest, 'triggers', trigger('current_tags', 'complaint_about_billing', complaints)),
    status: 'warning',
    seen: /after it "Somebody’s rule" changes tags/,
    fix: /Triggers: move ".*" to the end of the list \(Edit order\)/,
  },
  {
    what: 'a trigger takes our tag away',
    check: 'foreign-rules',
    plant: ({ rest }) => made(rest, 'triggers', trigger('remove_tags', 'formal_complaint')),
    status: 'problem',
    seen: /trigger "Somebody’s rule" \(\d+\) removes formal_complaint/,
    fix: /Business rules > Triggers: open it/,
  },
  {
    what: 'a trigger sets tags in the place of ours',
    check: 'foreign-rules',
    plant: ({ rest }) => made(rest, 'triggers', trigger('set_tags', 'vip')),
    status: 'problem',
    seen: /takes all others away/,
    fix: /"Add tags" in the place of "Set tags".*Contains none of the following \| formal_complaint/,
  },
  {
    what: 'a trigger adds a tag that stands for a reply',
    check: 'foreign-rules',
    plant: ({ rest }) => made(rest, 'triggers', trigger('current_tags', 'complaint_ack_sent', complaints)),
    status: 'problem',
    seen: /adds complaint_ack_sent/,
    fix: /take the action with these tags out/,
  },
  {
    what: 'a trigger sets a tag that the service keeps',
    check: 'foreign-rules',
    plant: ({ rest }) => made(rest, 'triggers', trigger('current_tags', 'complaint_overdue', complaints)),
    status: 'problem',
    seen: /adds complaint_overdue.*loop/,
    fix: /take the action/,
  },
  {
    what: 'a trigger writes a field that the service keeps',
    check: 'foreign-rules',
    plant: async ({ rest }) => {
      const { id } = await ours(rest, 'field:stage');
      return made(rest, 'triggers', trigger(`custom_fields_${id}`, 'complaint_stage_received'));
    },
    status: 'problem',
    seen: /writes custom_fields_\d+, which the service keeps/,
    fix: /take these actions out/,
  },
  {
    what: 'an automation solves complaints',
    check: 'foreign-rules',
    plant: ({ rest }) =>
      made(rest, 'automations', {
        title: 'Solve what waits',
        conditions: {
          all: [
            { field: 'status', operator: 'is', value: 'pending' },
            { field: 'PENDING', operator: 'greater_than', value: '120' },
          ],
          any: [],
        },
        actions: [{ field: 'status', value: 'solved' }],
      }),
    status: 'warning',
    seen: /automation "Solve what waits" \(\d+\) solves tickets/,
    fix: /Business rules > Automations: open it.*none of the following \| formal_complaint/,
  },
  {
    what: 'a trigger of others calls our webhook',
    check: 'foreign-rules',
    plant: ({ rest, webhookId }) =>
      made(rest, 'triggers', trigger('notification_webhook', [webhookId, '{"ticket_id":"{{ticket.id}}"}'])),
    status: 'warning',
    seen: /calls our webhook/,
    fix: /Notify active webhook/,
  },
  {
    what: 'the standard automation closes complaints after four days',
    check: 'closing',
    plant: async () => undefined,
    status: 'warning',
    seen: /"Close ticket 4 days after status is set to solved" \(\d+\) closes tickets 4 days after/,
    fix: /Automations: open it and add.*Contains none of the following \| complaint_stage_received/,
  },
  {
    what: 'the standard survey asks customers whose complaint is open',
    check: 'survey',
    plant: ({ rest }) => switched(rest, 'automations', { title: SURVEY, active: true }),
    status: 'warning',
    seen: /"Request customer satisfaction rating \(System Automation\)" \(\d+\) asks customers/,
    fix: /Contains none of the following · formal_complaint/,
  },
  {
    what: 'the newer survey is on, which excludes ours',
    check: 'survey',
    plant: async ({ sandbox }) =>
      sandbox.faults.add(({ path }) =>
        path.endsWith('/guide/en-us/surveys')
          ? { status: 200, body: JSON.stringify({ surveys: [{ state: 'disabled' }, { state: 'enabled' }] }) }
          : undefined,
      ),
    status: 'warning',
    seen: /newer customer survey is on. Of its answers good and bad are counted/,
    fix: /complaint_stage_closed/,
  },
  {
    what: 'nobody mails public comments',
    check: 'notification',
    plant: ({ rest }) => switched(rest, 'triggers', { title: MAIL, active: false }),
    status: 'problem',
    seen: /no active trigger mails.*Switched off: "Notify requester and CCs of comment update"/,
    fix: /Triggers: activate "Notify requester/,
  },
  {
    what: 'public comments are mailed for some tickets only',
    check: 'notification',
    plant: async ({ rest }) => {
      const undo = await switched(rest, 'triggers', { title: MAIL, active: false });
      const conditions = {
        all: [...anyChange.all, { field: 'current_tags', operator: 'includes', value: 'vip' }],
        any: [],
      };
      const value = ['requester_id', 'Re', '{{ticket.latest_comment}}'];
      const gone = await made(rest, 'triggers', trigger('notification_user', value, conditions));
      return async () => {
        await gone();
        await undo();
      };
    },
    status: 'warning',
    seen: /"Somebody’s rule" \(current_tags includes vip\)/,
    fix: /not_delivered/,
  },
];
