import type { Outcome } from '../../../domain/events.ts';
import { isOutcome, OPTION_PREFIX, optionName } from '../../../domain/terms.ts';
import type { Account } from '../../zaf/account.ts';
import type { DraftPort } from '../../zaf/host.ts';
import { type Draft, type DraftKind, tagOf } from './draft.ts';
import type { DraftStore } from './draft-store.ts';

/** What a draft changes on the ticket besides the text, all of it saved with the agent's next submit. */
export interface TicketEffects {
  /** Adds the event tag; a formal response also solves the ticket. */
  bind(kind: DraftKind): Promise<void>;
  /** Takes it back. */
  unbind(kind: DraftKind): Promise<void>;
  setOutcome(outcome: Outcome): Promise<void>;
  /** The outcome chosen here, or by hand in the ticket's form. */
  outcomeOf(draft: Draft): Promise<Outcome | undefined>;
  /** What was changed has been saved: nothing is taken back any more. */
  settle(): void;
}

export function createTicketEffects(port: DraftPort, account: Account, store: DraftStore): TicketEffects {
  let statusBefore: string | undefined;

  async function solve(): Promise<void> {
    try {
      statusBefore ??= await port.status();
      await port.setStatus('solved');
      store.putDraft({ notSolved: false });
    } catch {
      // The account may forbid it, for example while a required field is empty; the agent is told.
      store.putDraft({ notSolved: true });
    }
  }

  async function unsolve(): Promise<void> {
    const before = statusBefore;
    statusBefore = undefined;
    if (before !== undefined && (await port.status()) === 'solved') await port.setStatus(before);
  }

  async function setOutcome(outcome: Outcome): Promise<void> {
    store.putDraft({ outcome });
    try {
      const { outcome: field } = await account.fields();
      if (!field) throw new Error('the account has no outcome field');
      await port.setField(field.id, `${OPTION_PREFIX.outcome}${outcome}`);
      store.putDraft({ outcomeNotOnForm: false });
    } catch {
      // Zendesk's page refuses fields that the form doesn't show; the agent is told, and not held back.
      store.putDraft({ outcomeNotOnForm: true });
    }
  }

  async function outcomeOf(draft: Draft): Promise<Outcome | undefined> {
    if (draft.outcome) return draft.outcome;
    const { outcome: field } = await account.fields();
    if (!field) return undefined;
    const name = optionName('outcome', await port.field(field.id));
    return isOutcome(name) ? name : undefined;
  }

  return {
    async bind(kind) {
      const tag = tagOf(kind);
      if (tag) await port.addTag(tag);
      if (kind === 'responded') await solve();
    },
    async unbind(kind) {
      const tag = tagOf(kind);
      if (tag) await port.removeTag(tag);
      if (kind === 'responded') await unsolve();
    },
    setOutcome,
    outcomeOf,
    settle() {
      statusBefore = undefined;
    },
  };
}
