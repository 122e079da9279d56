import type { Outcome } from '../../../domain/events.ts';
import type { Account } from '../../zaf/account.ts';
import type { Host, Stop } from '../../zaf/host.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { isOnly } from '../model/binding.ts';
import type { DraftKind, DraftState } from './draft.ts';
import { createDraftStore } from './draft-store.ts';
import { createMacroText } from './macro-text.ts';
import { findSaveBlock, type SaveBlock } from './save-block.ts';
import { createTicketEffects } from './ticket-effects.ts';
import { watchDraft } from './watch-draft.ts';

/** The reply that is being written, kept in step with the ticket's tags. */
export interface Drafts {
  state(): DraftState;
  subscribe(listener: () => void): Stop;
  /** Appends the macro's text and adds its event tag. @throws DraftError, RestError */
  insert(kind: DraftKind, outcome?: Outcome): Promise<void>;
  /** Takes tag and binding off, and the text where nothing of the agent's own is with it. Answers whether text stays. */
  remove(): Promise<boolean>;
  setOutcome(outcome: Outcome): Promise<void>;
  makePublic(): Promise<void>;
  /** What keeps the reply from being sent as it is. */
  block(): Promise<SaveBlock | undefined>;
  /** The record tells of what was sent. */
  settle(): void;
  /** Looks for a draft that was begun before the sidebar was opened, and listens from then on. */
  start(): Stop;
}

export interface DraftsOptions {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  /** Told of failures that no click waits for. */
  readonly onError: (error: unknown) => void;
}

export function createDrafts(options: DraftsOptions): Drafts {
  const { host, account, ticketId } = options;
  const { draft: port } = host;
  const store = createDraftStore();
  const effects = createTicketEffects(port, account, store);
  const macroText = createMacroText(host, account, ticketId);

  async function insert(kind: DraftKind, outcome?: Outcome): Promise<void> {
    const html = await macroText(kind);
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
    if (outcome) await effects.setOutcome(outcome);
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
    async makePublic() {
      await port.makePublic();
      store.put({ internal: false });
    },
    block: () => findSaveBlock(port, effects, store),
    settle: () => store.drop('sent'),
    start: () => watchDraft({ ...options, store, effects, macroText }),
  };
}
