import type { AuditRecord, TicketRecord, UserRecord } from '../account/records.ts';
import { badRequest, recordInvalid, recordNotFound } from '../fault.ts';
import { flagOf, idOf, idsOf, type JsonObject, textOf } from '../json.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { emptyChange, type TicketChange } from './change.ts';
import { type Author, updateTicket } from './save.ts';

/** What `POST /tickets/{id}/merge` asks for. */
export interface Merge {
  targetId: number;
  sourceIds: number[];
  targetComment: string | undefined;
  sourceComment: string | undefined;
  targetIsPublic: boolean;
  sourceIsPublic: boolean;
}

/** Reads a merge request. @throws Fault 400 without sources */
export function readMerge(targetId: number, body: JsonObject): Merge {
  const sourceIds = idsOf(body.ids).filter((id) => id !== targetId);
  if (sourceIds.length === 0)
    throw badRequest('You passed an invalid value for the ids attribute. must not be empty');
  return {
    targetId,
    sourceIds,
    targetComment: textOf(body.target_comment),
    sourceComment: textOf(body.source_comment),
    targetIsPublic: flagOf(body.target_comment_is_public) ?? false,
    sourceIsPublic: flagOf(body.source_comment_is_public) ?? false,
  };
}

/**
 * Merges one ticket into another: the source is closed with the tag `closed_by_merge` and a word on where it
 * went; its requester and its files go along. Comments are private wherever a private ticket takes part.
 * @throws Fault 404, 422 for a ticket that is closed
 */
export function mergeInto(deps: TicketDeps, merge: Merge, sourceId: number, author: Author): void {
  const target = openTicket(deps, merge.targetId);
  const source = openTicket(deps, sourceId);
  const open = source.is_public && target.is_public;
  updateTicket(
    deps,
    source.id,
    closing(merge, target, open && merge.sourceIsPublic),
    by(author, [target.id]),
  );
  updateTicket(deps, target.id, receiving(deps, { merge, source, open }), by(author, [source.id]));
}

function closing(merge: Merge, target: TicketRecord, isPublic: boolean): TicketChange {
  const body =
    merge.sourceComment ??
    `This request was closed and merged into request #${target.id} "${target.subject ?? ''}".`;
  return {
    ...emptyChange(),
    attributes: { status: 'closed' },
    addTags: ['closed_by_merge'],
    comment: { body, public: isPublic, uploads: [] },
  };
}

function receiving(
  deps: TicketDeps,
  { merge, source, open }: { merge: Merge; source: TicketRecord; open: boolean },
): TicketChange {
  const audits = deps.account.audits.get(source.id) ?? [];
  const last = String(commentEvents(audits).at(-2)?.body ?? source.description);
  const body =
    merge.targetComment ??
    `Request #${source.id} "${source.subject ?? ''}" was closed and merged into this request. Last comment in request #${source.id}:\n\n${last}`;
  const attachmentIds = commentEvents(audits).flatMap((event) => idsOf(event.attachments));
  const target = deps.account.tickets.get(merge.targetId);
  const requester = deps.account.users.get(source.requester_id);
  return {
    ...emptyChange(),
    comment: { body, public: open && merge.targetIsPublic, uploads: [], attachmentIds },
    people: { added: joining(requester, target) },
  };
}

/** The source's requester is put on copy, unless it is their ticket already or they are no customer. */
function joining(requester: UserRecord | undefined, target: TicketRecord | undefined) {
  const joins = requester?.role === 'end-user' && requester.id !== target?.requester_id;
  return joins ? [{ id: requester.id, remove: false }] : [];
}

const commentEvents = (audits: readonly AuditRecord[]) =>
  audits.flatMap((audit) => audit.events.filter((event) => event.type === 'Comment'));

function openTicket(deps: TicketDeps, id: number): TicketRecord {
  const ticket = deps.account.tickets.get(id);
  if (!ticket || ticket.deleted) throw recordNotFound();
  if (ticket.status === 'closed')
    throw recordInvalid({
      base: [{ description: `Ticket ${id} is closed and cannot be merged`, error: null }],
    });
  return ticket;
}

function by(author: Author, ids: number[]): Author {
  const source = { from: { ticket_ids: ids.flatMap((id) => idOf(id) ?? []) }, to: {}, rel: 'merge' };
  return { user: author.user, via: { channel: author.via.channel, source } };
}
