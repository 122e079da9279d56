import type { Account } from '../account/account.ts';
import type { SuspendedRecord } from '../account/records.ts';
import { presentAttachments } from './attachment.ts';
import { apiUrl } from './url.ts';

export function presentSuspended(account: Account, mail: SuspendedRecord): Record<string, unknown> {
  const { attachment_ids, author, recipient, ...rest } = mail;
  return {
    url: apiUrl(account, `suspended_tickets/${mail.id}`),
    ...rest,
    author,
    recipient,
    content_html: null,
    error_messages: null,
    attachments: presentAttachments(account, attachment_ids),
    via: {
      channel: 'email',
      source: {
        from: { address: author.email, name: author.name },
        to: { address: recipient, name: account.settings.name },
        rel: null,
      },
    },
  };
}
