import type { Language } from '../../domain/reason-text.ts';
import type { Written } from './archive.ts';
import type { CaseContents } from './contents.ts';

/** Why an attachment is not in the file. */
export type MissingWhy = 'redacted' | 'malware' | 'not_found' | 'refused' | 'unavailable' | 'too_large';

/** Where a file of the archive comes from. */
export interface Origin {
  readonly what: 'timeline' | 'policy' | 'message' | 'adr_letter' | 'attachment';
  readonly ticketId?: number;
  readonly auditId?: number;
  readonly attachmentId?: number;
  /** The name under which it was sent. */
  readonly originalName?: string;
  readonly contentType?: string;
}

export interface Missing extends Origin {
  readonly why: MissingWhy;
}

export interface LeftOut {
  readonly ticketId: number;
  readonly auditId: number;
  readonly at: string;
  readonly attachments: number;
}

export interface ManifestParts {
  readonly contents: CaseContents;
  readonly account: string;
  readonly serviceVersion: string;
  readonly language: Language;
  readonly files: readonly (Written & Origin)[];
  readonly missing: readonly Missing[];
  readonly leftOut: readonly LeftOut[];
  readonly adrLetter: object | null;
}

/**
 * What is in the archive, with the SHA-256 of each file but this one; what is missing, and what was left out on
 * purpose. The last file: an archive without it is not whole.
 */
export function manifestText(parts: ManifestParts): string {
  const { contents, account, serviceVersion, language, files, missing, leftOut, adrLetter } = parts;
  const { homeTicketId, tickets, policy, remarks, now, deadlines } = contents;
  const iso = (at: number): string => new Date(at).toISOString();
  const manifest = {
    format: 'complaint-clock-case-file/1',
    builtAt: iso(now),
    serviceVersion,
    account,
    language,
    case: {
      ticketId: homeTicketId,
      tickets: tickets.map(({ id }) => id),
      receivedAt: iso(contents.kase.received.at),
    },
    policy: { id: policy.id, version: policy.version, effectiveFrom: policy.effectiveFrom },
    deadlines: deadlines.map(({ deadline, state, delay }) => ({
      regime: deadline.regime,
      duty: deadline.duty,
      dueAt: iso(deadline.dueAt),
      dueDate: deadline.dueDate,
      state,
      doneAt: deadline.doneAt === undefined ? null : iso(deadline.doneAt),
      lateBecause: delay ?? null,
    })),
    adrLetter,
    remarks: [...remarks],
    files,
    missing,
    leftOut: { internalNotes: leftOut },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
