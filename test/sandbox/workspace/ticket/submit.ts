import { RestError } from '../api/rest-error.ts';
import type { Ticket } from '../api/shapes.ts';
import { collisionOf } from './collision.ts';
import { rebased, withCore } from './draft.ts';
import type { TicketModelParts, TicketSignal } from './model.ts';
import { createPayload, updatePayload } from './payload.ts';
import { problemOf } from './problem.ts';
import type { Inside } from './reload.ts';
import { type CoreValues, emptyComposer, emptyDraft, type TicketState } from './state.ts';
import { isUploading } from './uploads.ts';

/** What became of a submit. A refusal carries the app's words; a failure's are in the state's `problem`. */
export type Submitted =
  | { kind: 'saved'; id: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'failed' }
  | { kind: 'collided' }
  | { kind: 'busy' };

/** The status to submit as. */
export type StatusChange = Partial<Pick<CoreValues, 'status' | 'customStatusId'>>;

export type Submit = (status?: StatusChange) => Promise<Submitted>;

interface SubmitParts extends Inside {
  /** The apps' hooks: resolves to a reason if one of them refuses. */
  beforeSave: () => Promise<string | undefined>;
  /** Sends the state; undefined where somebody else's change has to be looked at first. */
  send: (state: TicketState) => Promise<{ ticket: Ticket; sent: TicketState } | undefined>;
  /** Reads what the account made of it. */
  reload: () => Promise<void>;
}

/** The submit of one ticket: hooks first, then one request, then what the account made of it. */
export function createSubmit({ store, signal, beforeSave, send, reload }: SubmitParts): Submit {
  const patch = (part: Partial<TicketState>) => store.update((state) => ({ ...state, ...part }));
  return async (status = {}) => {
    const { submitting, composer } = store.get();
    if (submitting || isUploading(composer.uploads)) return { kind: 'busy' };
    store.update((state) => ({
      ...state,
      draft: withCore(state.draft, state.ticket, status),
      submitting: true,
      problem: undefined,
      collision: undefined,
    }));
    const reason = await beforeSave();
    if (reason !== undefined) {
      patch({ submitting: false });
      return { kind: 'refused', reason };
    }
    signal({ kind: 'submit.start' });
    const submitted = await sendOnce(store.get());
    patch({ submitting: false });
    signal({ kind: 'submit.always' });
    if (submitted.kind === 'saved') await reload();
    return submitted;
  };

  async function sendOnce(state: TicketState): Promise<Submitted> {
    try {
      const done = await send(state);
      if (done === undefined) return collided(signal);
      store.update((now) => afterSave(now, done.sent, done.ticket));
      signal({ kind: 'submit.done' });
      return { kind: 'saved', id: done.ticket.id };
    } catch (error) {
      const problem = problemOf(error);
      patch({ problem });
      signal({ kind: 'submit.fail', reason: [problem.text, ...problem.details].join(' ').trim() });
      return { kind: 'failed' };
    }
  }
}

function collided(signal: (it: TicketSignal) => void): Submitted {
  signal({ kind: 'submit.fail', reason: 'The ticket was changed by somebody else' });
  return { kind: 'collided' };
}

/** How often an update is tried again when somebody else changed the ticket in between. */
const conflictTries = 4;

/**
 * Sends an update. Where another's change came first, it goes on top of it by itself, as only what this agent changed
 * is sent; but where both changed the same thing, the agent decides.
 */
export function createUpdate(id: number, { parts, store, reload }: Inside & { reload: () => Promise<void> }) {
  return async (): Promise<{ ticket: Ticket; sent: TicketState } | undefined> => {
    for (let attempt = 1; ; attempt += 1) {
      const sent = store.get();
      try {
        return { ticket: await parts.rest.updateTicket(id, updatePayload(sent, parts.fields())), sent };
      } catch (error) {
        if (!(error instanceof RestError) || error.status !== 409 || attempt === conflictTries) throw error;
        await reload();
        const collision = collisionOf(store.get(), sent.audits.length, parts.me());
        if (collision === undefined) continue;
        store.update((state) => ({ ...state, collision }));
        return undefined;
      }
    }
  };
}

/** Sends a ticket that is not there yet. */
export function createCreate(
  { parts }: { parts: TicketModelParts },
  followUpOf: number | undefined,
): SubmitParts['send'] {
  return async (sent) => ({
    ticket: await parts.rest.createTicket(createPayload(sent, parts.fields(), followUpOf)),
    sent,
  });
}

/** What was sent is no draft any more; what the agent changed while it was on its way still is. */
function afterSave(state: TicketState, sent: TicketState, ticket: Ticket): TicketState {
  const isSent = state.composer.html === sent.composer.html;
  return {
    ...state,
    ticket,
    draft: state.draft === sent.draft ? emptyDraft : rebased(state.draft, ticket),
    composer: isSent ? emptyComposer(ticket) : state.composer,
    macroIds: isSent ? [] : state.macroIds,
  };
}
