import type { Account } from '../../zaf/account.ts';
import type { Host } from '../../zaf/host.ts';
import { type Lacking, lacksTags } from '../guards/access.ts';
import type { DraftStore } from './draft-store.ts';

/** What makes a reply count: the event tag, or the drop-down "This reply is ..." where the role may add no tags. */
export interface EventMark {
  /** Sets it, to be saved with the agent's next submit; the draft tells whether it could be. */
  put(tag: string): Promise<void>;
  take(tag: string): Promise<void>;
}

/** Whether the ticket's form shows the drop-down, so that the page takes a value for it. */
export async function showsReplyField({ draft }: Host, account: Account): Promise<boolean> {
  const { reply_is: field } = await account.fields();
  if (!field) return false;
  return await draft.field(field.id).then(
    () => true,
    () => false,
  );
}

export interface MarkOptions {
  readonly host: Host;
  readonly account: Account;
  readonly store: DraftStore;
  /** What the agent may not do. */
  readonly lacking: () => Promise<Lacking | undefined>;
}

export function createEventMark({ host, account, store, lacking }: MarkOptions): EventMark {
  const { draft: port } = host;

  /**
   * A role without tagging is not refused by Zendesk's page everywhere: the tag is looked for, and the role asked. Set
   * first, so that what others do to the ticket meanwhile does not come between.
   */
  async function tagged(tag: string): Promise<boolean> {
    const asked = lacking();
    await port.addTag(tag).catch(() => undefined);
    return (await port.tags()).includes(tag) && !lacksTags(await asked);
  }

  async function chosen(tag: string): Promise<boolean> {
    const { reply_is: field } = await account.fields();
    if (!field || !(await showsReplyField(host, account))) return false;
    await port.setField(field.id, tag);
    return true;
  }

  return {
    async put(tag) {
      if (await tagged(tag)) return store.putDraft({ notTagged: false, byField: false });
      // Said first: that the tag is missing is no taking back by the agent.
      store.putDraft({ byField: true });
      await port.removeTag(tag).catch(() => undefined);
      const byField = await chosen(tag).catch(() => false);
      store.putDraft({ notTagged: !byField, byField });
    },
    async take(tag) {
      await port.removeTag(tag).catch(() => undefined);
      const { reply_is: field } = await account.fields();
      const value = field ? await port.field(field.id).catch(() => '') : '';
      if (field && value === tag) await port.setField(field.id, '');
    },
  };
}
