import { type Account, isAgent } from '../../account/account.ts';
import { allLocales } from '../../account/locales.ts';
import { VIA_IDS } from '../via-ids.ts';

/** A value that a condition or action may take, with the words shown for it. */
export interface Choice {
  value: string;
  title: string;
}

const FIXED: Readonly<Record<string, readonly Choice[]>> = {
  status: choices({
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    hold: 'On-hold',
    solved: 'Solved',
    closed: 'Closed',
  }),
  type: choices({ '': '-', question: 'Question', incident: 'Incident', problem: 'Problem', task: 'Task' }),
  ticket_type_id: choices({ '': '-', '1': 'Question', '2': 'Incident', '3': 'Problem', '4': 'Task' }),
  priority: choices({ '': '-', low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' }),
  update_type: choices({ Create: 'Created', Change: 'Updated' }),
  comment_is_public: choices({
    true: 'Is public',
    false: 'Is private',
    not_relevant: 'Present (public or private)',
    requester_can_see_comment: 'Present, and requester can see the comment',
  }),
  comment_mode_is_public: choices({ true: 'Public', false: 'Private' }),
  ticket_is_public: choices({
    public: 'Ticket has public comments',
    private: 'Ticket has no public comments',
  }),
  requester_role: choices({ '0': 'End user', '4': 'Agent', '2': 'Administrator' }),
  in_business_hours: choices({ true: 'Yes', false: 'No' }),
  satisfaction_score: choices({
    unoffered: 'Unoffered',
    offered: 'Offered',
    bad: 'Bad',
    badwithcomment: 'Bad with comment',
    good: 'Good',
    goodwithcomment: 'Good with comment',
  }),
};

function choices(titles: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(titles).map(([value, title]) => ({ value, title }));
}

const NOBODY: Choice = { value: '', title: '-' };
const ME: Choice = { value: 'current_user', title: '(current user)' };
const REQUESTER: Choice = { value: 'requester_id', title: '(requester)' };
const ASSIGNEE: Choice = { value: 'assignee_id', title: '(assignee)' };

/** The values that a condition or an action offers in this account; none where any text will do. */
export function choicesOf(account: Account, field: string): Choice[] {
  const fixed = FIXED[field];
  if (fixed) return [...fixed];
  const named = (records: Iterable<{ id: number; name: string }>) =>
    [...records].map(({ id, name }) => ({ value: String(id), title: name }));
  const staff = () => named([...account.users.values()].filter((user) => isAgent(user) && user.active));
  switch (field) {
    case 'group_id':
      return [NOBODY, ...named(account.groups.values())];
    case 'assignee_id':
      return [NOBODY, ME, REQUESTER, ...staff()];
    case 'requester_id':
    case 'cc':
    case 'follower':
      return [ME, ASSIGNEE, ...staff()];
    case 'role':
      return [
        { value: 'agent', title: '(agent)' },
        { value: 'end_user', title: '(end user)' },
        REQUESTER,
        ASSIGNEE,
        ...staff(),
      ];
    case 'notification_user':
      return [
        ME,
        REQUESTER,
        { value: 'requester_and_ccs', title: '(requester and CCs)' },
        ASSIGNEE,
        { value: 'all_agents', title: '(all non-restricted agents)' },
        ...staff(),
      ];
    case 'notification_group':
      return [{ value: 'group_id', title: '(assigned group)' }, ...named(account.groups.values())];
    case 'notification_webhook':
      return [...account.webhooks.values()].map(({ id, name }) => ({ value: id, title: name }));
    case 'organization_id':
      return [NOBODY, ...named(account.organizations.values())];
    case 'brand_id':
      return named(account.brands.values());
    case 'ticket_form_id':
      return named(account.forms.values());
    case 'schedule_id':
    case 'within_schedule':
    case 'set_schedule':
      return named(account.schedules.values());
    case 'locale_id':
      return allLocales().map(({ id, name }) => ({ value: String(id), title: name }));
    case 'via_id':
    case 'current_via_id':
      return Object.entries(VIA_IDS).map(([title, id]) => ({ value: String(id), title }));
    case 'custom_status_id':
      return [...account.customStatuses.values()].map(({ id, agent_label }) => ({
        value: String(id),
        title: agent_label,
      }));
    default:
      return optionsOf(account, field);
  }
}

function optionsOf(account: Account, name: string): Choice[] {
  const id = /^custom_fields_(\d+)$/.exec(name)?.[1];
  const field = id === undefined ? undefined : account.fields.get(Number(id));
  if (field?.type === 'checkbox') return choices({ true: 'Checked', false: 'Unchecked' });
  return (field?.custom_field_options ?? []).map(({ value, name: title }) => ({ value, title }));
}
