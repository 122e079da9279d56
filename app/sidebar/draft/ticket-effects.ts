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

  /** A drop-down's option is a tag of the ticket: saved with the tag, the field is set, on the form or not. */
  async function tagOutcome(tag: string): Promise<void> {
    const others = (await port.tags()).filter(
      (one) => optionName('outcome', one) !== undefined && one !== tag,
    );
    for (const other of others) await port.removeTag(other);
    await port.addTag(tag);
  }

  async function setOutcome(outcome: Outcome): Promise<void> {
    store.putDraft({ outcome });
    const { outcome: field } = await account.fields();
    const option = `${OPTION_PREFIX.outcome}${outcome}`;
    if (!field) return tagOutcome(option);
    // Zendesk's page refuses fields that the form doesn't show.
    await port.setField(field.id, option).catch(() => tagOutcome(option));
  }

  async function outcomeOf(draft: Draft): Promise<Outcome | undefined> {
    if (draft.outcome) return draft.outcome;
    const { outcome: field } = await account.fields();
    const shown = field ? await port.field(field.id).catch(() => '') : '';
    const names = [shown, ...(await port.tags())].map((option) => optionName('outcome', option));
    return names.find(isOutcome);
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
