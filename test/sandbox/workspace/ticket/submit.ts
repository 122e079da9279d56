import { RestError } from '../api/rest.ts';
import type { Ticket } from '../api/shapes.ts';
import { rebased, withCore } from './draft.ts';
import { updatePayload } from './payload.ts';
import type { Inside } from './reload.ts';
import { defaultComposerType, emptyDraft, type TicketState } from './state.ts';

interface SubmitParts extends Inside {
  reload: () => Promise<void>;
  /** The apps' hooks: resolves to a reason if one of them refuses. */
  beforeSave: () => Promise<string | undefined>;
}

/** How often an update is tried again when somebody else changed the ticket in between. */
const conflictTries = 4;

/** The submit of one ticket: hooks first, then one update, then what the account made of it. */
export function createSubmit(id: number, inside: SubmitParts): (status?: string) => Promise<boolean> {
  const { store, signal, reload, beforeSave } = inside;
  const fail = (problem: string) => store.update((state) => ({ ...state, submitting: false, problem }));
  return async (status) => {
    if (store.get().submitting) return false;
    store.update((state) => ({
      ...state,
      draft: status === undefined ? state.draft : withCore(state.draft, state.ticket, { status }),
      submitting: true,
      problem: undefined,
    }));
    const refusal = await beforeSave();
    if (refusal !== undefined) {
      fail(refusal);
      return false;
    }
    signal({ kind: 'submit.start' });
    try {
      const { ticket, sent } = await save(id, inside);
      store.update((state) => afterSave(state, sent, ticket));
      signal({ kind: 'submit.done' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      fail(reason);
      signal({ kind: 'submit.fail', reason });
      return false;
    } finally {
      signal({ kind: 'submit.always' });
    }
    await reload();
    return true;
  };
}

async function save(
  id: number,
  { parts, store, reload }: SubmitParts,
): Promise<{ ticket: Ticket; sent: TicketState }> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = store.get();
    try {
      return { ticket: await parts.rest.updateTicket(id, updatePayload(sent, parts.fields())), sent };
    } catch (error) {
      if (!(error instanceof RestError) || error.status !== 409 || attempt === conflictTries) throw error;
      // Only what this agent changed is sent, so it goes on top of the other's changes as Zendesk's page does it.
      await reload();
    }
  }
}

/** What was sent is no draft any more; what the agent changed while it was on its way still is. */
function afterSave(state: TicketState, sent: TicketState, ticket: Ticket): TicketState {
  const isSent = state.composer.html === sent.composer.html;
  return {
    ...state,
    ticket,
    draft: state.draft === sent.draft ? emptyDraft : rebased(state.draft, ticket),
    composer: isSent ? { html: '', type: defaultComposerType(ticket) } : state.composer,
    macroIds: isSent ? [] : state.macroIds,
    submitting: false,
  };
}
