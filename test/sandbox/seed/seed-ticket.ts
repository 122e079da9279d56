import type { UserRecord, Via } from '../account/records.ts';
import { stampOf } from '../account/stamp.ts';
import { objectOf } from '../json.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { emptyChange, readFieldValue, type TicketChange } from '../tickets/change.ts';
import { createTicket } from '../tickets/create.ts';
import { updateTicket } from '../tickets/save.ts';
import { channelVia } from '../tickets/via.ts';
import { momentOf } from './moment.ts';
import { seedAttachments } from './seed-attachments.ts';
import type { SeedComment, SeedTicket } from './seed-file.ts';

/**
 * Lets one ticket come about: it is created at its time, each further comment is an update at its own.
 * @throws Error naming the ticket
 */
export function seedTicket(deps: TicketDeps, seed: SeedTicket, start: number): void {
  try {
    makeTicket(deps, seed, start);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`Seed: ticket ${seed.id}: ${why}`, { cause: error });
  }
}

function makeTicket(deps: TicketDeps, seed: SeedTicket, start: number): void {
  const [first, ...rest] = seed.comments;
  if (!first) throw new Error('needs at least one comment');
  const created = momentOf(first.created_at ?? seed.created_at ?? '-1h', start);
  const requester = userOf(deps, seed.requester_id);
  const author = userOf(deps, first.author_id);
  const via = viaOf(deps, seed, requester);
  deps.account.pinned = stampOf(created);
  createTicket(
    deps,
    {
      id: seed.id,
      requester,
      submitterId: seed.submitter_id ?? author.id,
      change: { ...opening(seed, start), comment: commentOf(deps, first) },
    },
    { user: author, via },
  );
  let last = created;
  for (const comment of rest) {
    last = comment.created_at === undefined ? last + 60_000 : momentOf(comment.created_at, start);
    deps.account.pinned = stampOf(last);
    const user = userOf(deps, comment.author_id);
    const way = user.role === 'end-user' ? via : channelVia('web');
    updateTicket(deps, seed.id, { ...emptyChange(), comment: commentOf(deps, comment) }, { user, via: way });
  }
  finish(deps, seed, author);
}

/** The status comes last: the words of the conversation would have moved it. */
function finish(deps: TicketDeps, seed: SeedTicket, author: UserRecord): void {
  if (seed.status === undefined || deps.account.tickets.get(seed.id)?.status === seed.status) return;
  const assignee =
    seed.assignee_id === undefined || seed.assignee_id === null
      ? undefined
      : deps.account.users.get(seed.assignee_id);
  const user = assignee ?? author;
  updateTicket(
    deps,
    seed.id,
    { ...emptyChange(), attributes: { status: seed.status } },
    { user, via: channelVia('web') },
  );
}

function opening(seed: SeedTicket, start: number): TicketChange {
  const attributes: TicketChange['attributes'] = { subject: seed.subject };
  if (seed.priority !== undefined) attributes.priority = seed.priority;
  if (seed.type !== undefined) attributes.type = seed.type;
  if (seed.group_id !== undefined) attributes.group_id = seed.group_id;
  if (seed.assignee_id !== undefined) attributes.assignee_id = seed.assignee_id;
  if (seed.organization_id !== undefined) attributes.organization_id = seed.organization_id;
  if (seed.ticket_form_id !== undefined) attributes.ticket_form_id = seed.ticket_form_id;
  if (seed.external_id !== undefined) attributes.external_id = seed.external_id;
  if (seed.due_at) attributes.due_at = stampOf(momentOf(seed.due_at, start));
  const customFields = (seed.custom_fields ?? []).map(({ id, value }) => ({
    id,
    value: readFieldValue(value),
  }));
  const person = (id: number) => ({ id, remove: false });
  const people = {
    followers: (seed.follower_ids ?? []).map(person),
    added: (seed.email_cc_ids ?? []).map(person),
  };
  return { ...emptyChange(), attributes, tags: seed.tags, customFields, people };
}

function commentOf(deps: TicketDeps, comment: SeedComment) {
  return {
    body: comment.body,
    htmlBody: comment.html_body,
    public: comment.public ?? true,
    authorId: comment.author_id,
    uploads: [],
    attachmentIds: seedAttachments(deps.account, comment.attachments),
  };
}

function viaOf(deps: TicketDeps, seed: SeedTicket, requester: UserRecord): Via {
  const via = channelVia(seed.via?.channel ?? 'web', { account: deps.account, requester });
  const source = objectOf(seed.via?.source);
  return { ...via, source: { ...via.source, ...source } };
}

function userOf(deps: TicketDeps, id: number): UserRecord {
  const user = deps.account.users.get(id);
  if (!user) throw new Error(`names user ${id}, whom the seed does not have`);
  return user;
}
