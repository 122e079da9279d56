import type { Attachment, CaseContents, FileComment } from './contents.ts';
import { safeFileName } from './file-name.ts';
import type { MissingWhy } from './manifest.ts';

/** An attachment that belongs into the file, and where in it. */
export interface PlannedAttachment {
  readonly comment: FileComment;
  readonly attachment: Attachment;
  readonly path: string;
  /** Why it is not fetched at all. */
  readonly why: MissingWhy | undefined;
}

/** A ZIP archive without extensions holds 4 GiB. */
const MOST_BYTES = 3.5 * 1024 ** 3;

function whyNot({ redacted, malware }: Attachment, before: number, size: number): MissingWhy | undefined {
  if (redacted) return 'redacted';
  if (malware) return 'malware';
  return before + size > MOST_BYTES ? 'too_large' : undefined;
}

/** The attachments of the comments that are shown, each with a path of its own. */
export function plannedAttachments(comments: CaseContents['comments']): PlannedAttachment[] {
  let bytes = 0;
  const all = comments.flatMap((comment) =>
    comment.attachments.map((attachment) => ({ comment, attachment })),
  );
  return all.map(({ comment, attachment }, index) => {
    const why = whyNot(attachment, bytes, attachment.size);
    if (!why) bytes += attachment.size;
    const number = String(index + 1).padStart(3, '0');
    const name = `${number}-ticket-${comment.ticketId}-${safeFileName(attachment.name)}`;
    return { comment, attachment, path: `attachments/${name}`, why };
  });
}
