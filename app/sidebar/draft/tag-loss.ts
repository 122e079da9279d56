import { fetchAudits } from '../../zaf/audits.ts';
import type { Host } from '../../zaf/host.ts';
import { fetchTicket } from '../../zaf/tickets.ts';

/** Tells apart why a draft's tag is gone from the form. */
export interface TagLoss {
  /** The tag is there: from now on. Where that can't be read, nothing is known of others. */
  seen(): Promise<void>;
  /**
   * Whether others have sent a message with the same tag since, so that it was saved and taken off with theirs.
   * @throws RestError, ZodError
   */
  byOthers(tag: string): Promise<boolean>;
  forget(): void;
}

/**
 * An event tag is used up by the message that it was saved with. Where the service or a colleague sends one while an
 * agent writes another of the same kind, Zendesk's page loses the agent's unsaved tag: nobody has taken it off by hand.
 */
export function createTagLoss(host: Host, ticketId: number): TagLoss {
  let since: number | undefined;
  return {
    async seen() {
      if (since !== undefined) return;
      const saved = await fetchTicket(host, ticketId).catch(() => undefined);
      since = saved && Date.parse(saved.updatedAt);
    },
    async byOthers(tag) {
      const begun = since;
      if (begun === undefined) return false;
      const used = (await fetchAudits(host, ticketId)).findLast(
        ({ at, added }) => at > begun && added.includes(tag),
      );
      // Once for each message: what is missing after that is the agent's doing.
      since = used?.at ?? since;
      return used !== undefined;
    },
    forget() {
      since = undefined;
    },
  };
}
