import type { MessageKind, Outcome } from '../../domain/events.ts';
import type { Audit, AuditEvent, Ticket } from '../zendesk/port.ts';
import { fieldValue } from './audit-tags.ts';
import type { Corrections } from './corrections.ts';

/** What is needed to read a ticket's audits, apart from the audits. */
export interface Reading {
  readonly ticket: Ticket;
  /** A follow-up never opens a case: what it inherits is not read as having happened on it. */
  readonly isFollowUp: boolean;
  readonly serviceUserId: number;
  readonly isAgent: (userId: number) => boolean;
  readonly channelField: number;
  readonly outcomeField: number;
  /** The field of what sets the complaint apart; left out where the account has none. */
  readonly flagsField?: number;
  /** The drop-down that says what a reply is; left out where the account has none. */
  readonly replyField?: number;
  /** Our macros, by the message that their text is. */
  readonly macros: ReadonlyMap<number, MessageKind>;
  /** The outcome that a macro stands for, where the field was not chosen. */
  readonly outcomes?: ReadonlyMap<number, Outcome>;
  /** The channel that a ticket's `via.channel` stands for. */
  readonly channelOfVia: (via: string) => string;
  /** The audits of all tickets of the case; left out where this is the only one. */
  readonly all?: readonly Audit[];
  /** Those among them that correct others; left out to be read from them. */
  readonly corrections?: Corrections;
}

export type Comment = Extract<AuditEvent, { kind: 'comment' }>;

export const commentsOf = (audit: Audit): Comment[] =>
  audit.events.filter((event): event is Comment => event.kind === 'comment');

/** The value that a custom field held once the audit at `until` was done; undefined where it was never set. */
export function fieldBy(audits: readonly Audit[], until: number, field: number): unknown {
  const audit = audits.slice(0, until + 1).findLast((one) => fieldValue(one, String(field)) !== undefined);
  return audit ? fieldValue(audit, String(field)) : undefined;
}
