import type { Outcome } from '../../../domain/events.ts';
import { isOutcome, OPTION_PREFIX, optionName } from '../../../domain/terms.ts';
import { type Draft, type DraftKind, needsOutcome, tagOf } from './draft.ts';
import { createEventMark, type MarkOptions } from './event-mark.ts';

/** The drop-downs that the agent sets with a reply. */
export type ChoiceField = 'outcome' | 'category' | 'redress' | 'delay_reason';

/** What a draft changes on the ticket besides the text, all of it saved with the agent's next submit. */
export interface TicketEffects {
  /** Makes the reply count, by the event tag or the drop-down; a formal response also solves the ticket. */
  bind(kind: DraftKind): Promise<void>;
  /** Takes it back. */
  unbind(kind: DraftKind): Promise<void>;
  setOutcome(outcome: Outcome): Promise<void>;
  /** Chooses an option, by its tag, on the form or not. */
  choose(field: ChoiceField, option: string): Promise<void>;
  /** The outcome chosen here, or by hand in the ticket's form. */
  outcomeOf(draft: Draft | undefined): Promise<Outcome | undefined>;
  /** What was changed has been saved: nothing is taken back any more. */
  settle(): void;
}

export function createTicketEffects(options: MarkOptions): TicketEffects {
  const { host, account, store } = options;
  const { draft: port } = host;
  const mark = createEventMark(options);
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
  async function tagOption(field: ChoiceField, tag: string): Promise<void> {
    const others = (await port.tags()).filter((one) => optionName(field, one) !== undefined && one !== tag);
    for (const other of others) await port.removeTag(other);
    await port.addTag(tag);
  }

  async function choose(key: ChoiceField, option: string): Promise<void> {
    const field = (await account.fields())[key];
    if (!field) return tagOption(key, option);
    // Zendesk's page refuses fields that the form doesn't show.
    await port.setField(field.id, option).catch(() => tagOption(key, option));
  }

  async function outcomeOf(draft: Draft | undefined): Promise<Outcome | undefined> {
    if (draft?.outcome) return draft.outcome;
    const { outcome: field } = await account.fields();
    const shown = field ? await port.field(field.id).catch(() => '') : '';
    const names = [shown, ...(await port.tags())].map((option) => optionName('outcome', option));
    return names.find(isOutcome);
  }

  return {
    async bind(kind) {
      const tag = tagOf(kind);
      if (tag) await mark.put(tag);
      if (needsOutcome(kind)) await solve();
    },
    async unbind(kind) {
      const tag = tagOf(kind);
      if (tag) await mark.take(tag);
      if (needsOutcome(kind)) await unsolve();
    },
    async setOutcome(outcome) {
      store.putDraft({ outcome });
      await choose('outcome', `${OPTION_PREFIX.outcome}${outcome}`);
    },
    choose,
    outcomeOf,
    settle() {
      statusBefore = undefined;
    },
  };
}
