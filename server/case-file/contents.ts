import type { Calendar } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import type { Deadline, DeadlineState } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { PolicyText } from '../policies/texts.ts';
import type { Ticket } from '../zendesk/port.ts';

/** A file of a comment, as Zendesk tells of it. */
export interface Attachment {
  readonly id: number;
  /** As its sender named it: never the name of a file of ours. */
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly url: string;
  /** Taken out of the ticket in Zendesk. */
  readonly redacted: boolean;
  /** Zendesk found something in it, and gives it to nobody. */
  readonly malware: boolean;
}

/** What somebody wrote on a ticket of the case. */
export interface FileComment {
  readonly ticketId: number;
  readonly auditId: number;
  readonly at: Instant;
  readonly public: boolean;
  readonly author: { readonly id: number; readonly name: string; readonly isStaff: boolean };
  /** Plain text. */
  readonly body: string;
  readonly attachments: readonly Attachment[];
}

export interface FileDeadline {
  readonly deadline: Deadline;
  readonly state: DeadlineState;
  readonly reasons: readonly Reason[];
  /** Why it was late, by the code that was noted. */
  readonly delay: string | undefined;
}

/** What whoever reads the file has to know of what it can't show. */
export type Remark = 'ticket_gone' | 'more_tickets' | 'messaging' | 'redacted_text' | 'calendar_short';

/** All that is told of a case at one moment. */
export interface CaseContents {
  readonly homeTicketId: number;
  /** Those that the case is on, the oldest first. */
  readonly tickets: readonly Ticket[];
  readonly policy: Policy;
  /** As it stands in its file; undefined where the service has none of this version. */
  readonly policyText: PolicyText | undefined;
  readonly kase: Case;
  readonly calendar: Calendar;
  readonly deadlines: readonly FileDeadline[];
  /** Of all tickets, the oldest first; internal notes too. */
  readonly comments: readonly FileComment[];
  readonly remarks: ReadonlySet<Remark>;
  /** When it was read. */
  readonly now: Instant;
}
