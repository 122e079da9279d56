import type { Account } from '../account/account.ts';
import type { AttachmentRecord } from '../account/records.ts';
import { idsOf } from '../json.ts';
import { apiUrl } from './url.ts';

export function presentAttachment(account: Account, attachment: AttachmentRecord): Record<string, unknown> {
  const { id, file_name, content_type, size } = attachment;
  const content = `${account.origin}/attachments/${id}/?name=${encodeURIComponent(file_name)}`;
  return {
    url: apiUrl(account, `attachments/${id}`),
    id,
    file_name,
    content_url: content,
    mapped_content_url: content,
    content_type,
    size,
    width: null,
    height: null,
    inline: attachment.inline,
    deleted: attachment.redacted,
    malware_access_override: attachment.malware_access_override,
    malware_scan_result: attachment.malware_scan_result,
    thumbnails: [],
  };
}

/** The attachments of a comment, from the ids its event holds. */
export function presentAttachments(account: Account, ids: unknown): Record<string, unknown>[] {
  return idsOf(ids).flatMap((id) => {
    const attachment = account.attachments.get(id);
    return attachment ? [presentAttachment(account, attachment)] : [];
  });
}
