import type { Account } from '../account/account.ts';
import type { SeedAttachment } from './seed-file.ts';

/** Stores the files of a comment. @returns their ids */
export function seedAttachments(account: Account, files: readonly SeedAttachment[] | undefined): number[] {
  return (files ?? []).map((file) => {
    const { content: text, content_base64: bytes } = file;
    const content = bytes === undefined ? Buffer.from(text ?? '') : Buffer.from(bytes, 'base64');
    const type = file.content_type ?? (bytes === undefined ? 'text/plain' : 'application/octet-stream');
    const id = account.ids.next();
    account.attachments.set(id, {
      id,
      file_name: file.file_name,
      content_type: type,
      size: content.length,
      content,
      inline: file.inline ?? false,
      redacted: false,
      malware_access_override: false,
      malware_scan_result: 'malware_not_found',
    });
    return id;
  });
}
