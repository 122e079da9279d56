import type { TicketRecord, UserRecord } from '../account/records.ts';
import type { TicketDeps } from '../rules/draft.ts';
import type { Author } from './save.ts';

/** A ticket with nothing in it yet: new, asked for now, on the default form and brand. */
export function blankTicket(
  deps: TicketDeps,
  id: number,
  requester: UserRecord,
  author: Author,
): TicketRecord {
  const { account } = deps;
  const now = account.stamp();
  const form = [...account.forms.values()].find((one) => one.default && one.active);
  return {
    id,
    subject: null,
    description: '',
    status: 'new',
    custom_status_id: null,
    priority: null,
    type: null,
    requester_id: requester.id,
    submitter_id: author.user.id,
    assignee_id: null,
    group_id: null,
    organization_id: requester.organization_id,
    brand_id: [...account.brands.keys()][0] ?? 0,
    ticket_form_id: form?.id ?? null,
    problem_id: null,
    external_id: null,
    recipient: null,
    due_at: null,
    via: author.via,
    tags: [],
    values: new Map(),
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    followup_ids: [],
    is_public: true,
    created_at: now,
    updated_at: now,
    status_at: {},
    assigned_at: null,
    requester_updated_at: now,
    assignee_updated_at: null,
    deleted: false,
    deletion: null,
  };
}
