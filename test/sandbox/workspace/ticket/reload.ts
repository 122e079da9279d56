import type { Store } from '../state/store.ts';
import { collisionOf } from './collision.ts';
import { commentsOf } from './comments.ts';
import { rebased } from './draft.ts';
import type { TicketModelParts, TicketSignal } from './model.ts';
import { initialState, type TicketState } from './state.ts';

/** What the parts of a ticket's model share. */
export interface Inside {
  parts: TicketModelParts;
  store: Store<TicketState>;
  signal: (signal: TicketSignal) => void;
}

/** Reads a ticket with its audits, and the people in them. */
export async function readState(id: number, parts: TicketModelParts): Promise<TicketState> {
  const [ticket, audits] = await Promise.all([parts.rest.ticket(id), parts.rest.audits(id)]);
  await parts.ensureUsers([
    ticket.requester_id,
    ticket.assignee_id,
    ...ticket.email_cc_ids,
    ...ticket.follower_ids,
    ...audits.map((it) => it.author_id),
    ...commentsOf(audits).map((it) => it.authorId),
  ]);
  return initialState(ticket, audits);
}

function withNews(
  state: TicketState,
  ticket: TicketState['ticket'],
  audits: TicketState['audits'],
  me: number,
): TicketState {
  const next = { ...state, ticket, audits, draft: rebased(state.draft, ticket) };
  return { ...next, collision: collisionOf(next, state.audits.length, me) ?? state.collision };
}

/** Reads the ticket again under the draft. Calls during a read share the one read that follows it. */
export function createReload(id: number, { parts, store, signal }: Inside): () => Promise<void> {
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  const read = async () => {
    const { ticket, audits } = await readState(id, parts);
    const before = store.get();
    store.update((state) => withNews(state, ticket, audits, parts.me()));
    const newest = audits.at(-1);
    if (newest === undefined || audits.length === before.audits.length) return;
    signal({ kind: 'updated', authorId: newest.author_id });
    if (commentsOf(audits).length !== commentsOf(before.audits).length)
      signal({ kind: 'conversation.changed' });
  };
  return async () => {
    if (running === undefined) {
      running = read().finally(() => {
        running = undefined;
      });
      return await running;
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        running = read().finally(() => {
          running = undefined;
        });
        return running;
      });
    return await queued;
  };
}
