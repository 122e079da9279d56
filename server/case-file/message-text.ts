import type { FileComment } from './contents.ts';
import type { When } from './when.ts';
import type { FileWords } from './words.ts';

/** Who wrote, in words. */
export function authorText({ author: { name, isStaff } }: FileComment, words: FileWords): string {
  return words.messageOf(name || words.nobody, isStaff ? words.staff : words.theCustomer);
}

/** A message as a text file: who, when and where, then what was written. */
export function messageText(comment: FileComment, words: FileWords, when: When): string {
  const { ticketId, auditId, at, body, attachments, public: isPublic } = comment;
  const head = [
    ...(isPublic ? [] : [words.internalNote]),
    `${authorText(comment, words)}, ${when(at)}`,
    words.onTicket(ticketId, auditId),
    ...attachments.map(({ name }) => `${words.attachments}: ${name.replace(/[\p{Cc}]/gu, '')}`),
  ];
  return `${head.join('\n')}\n\n${body}\n`;
}

/** Where a message lies in the archive; `index` from 0. */
export function messagePath({ ticketId, auditId }: FileComment, index: number): string {
  return `messages/${String(index + 1).padStart(3, '0')}-ticket-${ticketId}-audit-${auditId}.txt`;
}
