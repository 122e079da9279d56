import type { Outcome } from '../../../domain/events.ts';
import type { Account } from '../../zaf/account.ts';
import type { Host, Stop } from '../../zaf/host.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { type Lacking, readLacking } from '../guards/access.ts';
import { isOnly } from '../model/binding.ts';
import type { DraftKind, DraftState, MessageDraftKind } from './draft.ts';
import { createDraftStore } from './draft-store.ts';
import type { KeptDraft } from './kept-draft.ts';
import { createLetterHtml, type InsertOptions, type LetterHtml } from './letter-html.ts';
import { createMacroText } from './macro-text.ts';
import { findSaveBlock, type SaveBlock } from './save-block.ts';
import { createTagLoss } from './tag-loss.ts';
import { type ChoiceField, createTicketEffects } from './ticket-effects.ts';
import { watchDraft } from './watch-draft.ts';

/** The reply that is being written, kept in step with the ticket's tags. */
export interface Drafts {
  state(): DraftState;
  subscribe(listener: () => void): Stop;
  /** Appends the macro's text and adds its event tag. @throws DraftError, RestError */
  insert(kind: DraftKind, options?: InsertOptions): Promise<void>;
  /** Takes tag and binding off, and the text where nothing of the agent's own is with it. Answers whether text stays. */
  remove(): Promise<boolean>;
  setOutcome(outcome: Outcome): Promise<void>;
  /** Chooses a drop-down's option, by its tag, with the next submit. */
  choose(field: ChoiceField, option: string): Promise<void>;
  makePublic(): Promise<void>;
  /** What keeps the reply from being sent as it is. @param counted what it will be counted as */
  block(counted: readonly MessageDraftKind[]): Promise<SaveBlock | undefined>;
  /** What the agent may not do that a reply needs to count. */
  lacking(): Promise<Lacking | undefined>;
  /** The record tells of what was sent. */
  settle(): void;
  /** The whole letter for this ticket as HTML, without inserting it. @throws DraftError, RestError */
  readonly letter: LetterHtml;
  /** Looks for a draft that was begun before the sidebar was opened, and listens from then on. */
  start(): Stop;
}

export interface DraftsOptions {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  /** What survives a reload of the page. */
  readonly kept: KeptDraft;
  /** Told of failures that no click waits for. */
  readonly onError: (error: unknown) => void;
}

export function createDrafts(options: DraftsOptions): Drafts {
  const { host, account, ticketId } = options;
  const { draft: port } = host;
  const store = createDraftStore();
  let asked: Promise<Lacking | undefined> | undefined;
  const lacking = (): Promise<Lacking | undefined> => {
    asked ??= readLacking(host);
    return asked;
  };
  const effects = createTicketEffects({ host, account, store, lacking });
  const loss = createTagLoss(host, ticketId);
  const macroText = createMacroText(host, account, ticketId);
  const letter = createLetterHtml(macroText);

  async function insert(kind: DraftKind, options: InsertOptions = {}): Promise<void> {
    // From here on, so that what others send while the text is being put in is told from the agent's own doing.
    loss.forget();
    const [html] = await Promise.all([letter(kind, options), loss.seen()]);
    const { text, internal } = await port.read();
    if (internal && text === '') await port.makePublic();
    const draft = { kind, text: htmlToText(html), presence: 'inserted' } as const;
    store.put({ internal: internal && text !== '', draft });
    try {
      await port.append(html);
      await effects.bind(kind);
    } catch (error) {
      store.drop('draft');
      throw error;
    }
    if (options.outcome) await effects.setOutcome(options.outcome);
  }

  async function remove(): Promise<boolean> {
    const { draft } = store.state();
    if (!draft) return false;
    store.drop('draft');
    if (draft.presence !== 'gone') await effects.unbind(draft.kind);
    const { text } = await port.read();
    const alone = text !== '' && isOnly(draft.text, text);
    if (alone) await port.clear();
    return text !== '' && !alone;
  }

  return {
    state: store.state,
    subscribe: store.subscribe,
    insert,
    remove,
    setOutcome: effects.setOutcome,
    choose: effects.choose,
    async makePublic() {
      await port.makePublic();
      store.put({ internal: false });
    },
    block: (counted) => findSaveBlock({ port, effects, store }, counted),
    lacking,
    settle: () => store.drop('sent'),
    letter,
    start: () => watchDraft({ ...options, store, effects, macroText, loss, lacking }),
  };
}
