import { useStore } from '../../state/store.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import type { StatusChange } from '../../ticket/submit.ts';

/** Submits a ticket and does what follows: says how it went, and goes where the agent wants to be then. */
export function useSubmit(): (model: TicketModel, status?: StatusChange) => Promise<void> {
  const { tabs, navigation, notify, afterSubmit } = useWorkspace();
  const words = useWords();
  const then = useStore(afterSubmit.choice);
  return async (model, status) => {
    const submitted = await model.submit(status);
    if (submitted.kind === 'refused') {
      notify({ text: submitted.reason, kind: 'error', duration: 10_000 });
      return;
    }
    if (submitted.kind !== 'saved') return;
    const { id } = submitted;
    notify({
      text: words.t(model.id === undefined ? 'created' : 'saved', { id }),
      kind: 'success',
      duration: 3000,
    });
    // A closed ticket doesn't change by being followed, yet its page says by which.
    const followed = Number(model.store.get().ticket.via.source?.from?.ticket_id);
    if (model.id === undefined && followed > 0) void tabs.refresh(followed);
    const place = navigation.place.get();
    const isInFront =
      model.id === undefined
        ? place.page === 'new' && model.key === `new/${place.number}`
        : place.page === 'ticket' && place.ticket === model.id;
    if (then === 'close') {
      tabs.close(model.key);
      if (isInFront) navigation.go({ page: 'view', view: 'open' });
    } else if (model.id === undefined) {
      await tabs.replaceNew(model.key, id);
      if (isInFront) navigation.go({ page: 'ticket', ticket: id });
    }
  };
}
