import type { EventKind } from '../../domain/events.ts';
import type { MarkCode } from '../../domain/marks.ts';
import type { Policy } from '../../domain/policy.ts';

/** Who a note is for: the assignee by name, or the group, or nobody in particular. */
export interface Addressee {
  readonly assignee?: string;
  readonly group?: string;
}

/** The words of the internal notes in one language. */
export interface Words {
  readonly to: (who: Addressee) => string;
  /** What is owed, and what to do about it, by the message that keeps it. */
  readonly duty: Readonly<Partial<Record<EventKind, string>>>;
  readonly todo: Readonly<Partial<Record<EventKind, string>>>;
  readonly dueSoon: (duty: string, when: string, todo: string) => string;
  /** Before a sentence about another complaint than the one that the ticket shows. */
  readonly ofOther: (homeTicketId: number) => string;
  readonly endOfDay: (date: string) => string;
  readonly atTime: (date: string, time: string) => string;
  readonly late: (when: string) => string;
  readonly refused: (policy: Policy) => string;
  readonly onDay: (date: string) => string;
  /** A promise that no message has moved: what it was, what it is, and the lines that explain why. */
  readonly moved: (duty: string, from: string, to: string, because: readonly string[]) => string;
  /** With it, where the policy has a new version. */
  readonly movedByPolicy: (before: string, after: string) => string;
  readonly post: string;
  readonly restored: string;
  readonly goesOnHere: (fromTicketId: number) => string;
  /** On a ticket that is no complaint any more, because its receipt was taken back. */
  readonly takenBack: string;
  readonly mark: Readonly<Record<MarkCode, string>>;
}
