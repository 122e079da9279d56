import type { Account } from '../account/account.ts';
import type { SuspendedRecord } from '../account/records.ts';
import { userOfAddress } from '../users/identities.ts';

/** Zendesk's numbers for why a mail was kept out; other causes count as spam's. */
const CAUSE_IDS: Readonly<Record<string, number>> = {
  'Detected as spam': 0,
  'User is suspended': 7,
  'Automated response mail, out of office': 9,
  'Received from support address': 10,
  'Submitted by unregistered user': 14,
};

/** A mail that is kept out of the tickets. */
export interface KeptOut {
  id?: number | undefined;
  from: { name: string; email: string };
  subject: string;
  content: string;
  cause: string;
  ticket_id?: number | null | undefined;
}

/** Puts a mail among the suspended tickets. */
export function suspendMail(account: Account, mail: KeptOut): SuspendedRecord {
  const now = account.stamp();
  const id = mail.id ?? account.ids.next();
  const record: SuspendedRecord = {
    id,
    author: { id: userOfAddress(account, mail.from.email)?.id ?? null, ...mail.from },
    subject: mail.subject,
    content: mail.content,
    cause: mail.cause,
    cause_id: CAUSE_IDS[mail.cause] ?? 0,
    message_id: `<${id}@${mail.from.email.split('@')[1] ?? 'mail.example'}>`,
    recipient: `support@${account.settings.subdomain}.zendesk.com`,
    ticket_id: mail.ticket_id ?? null,
    brand_id: [...account.brands.keys()][0] ?? 0,
    attachment_ids: [],
    created_at: now,
    updated_at: now,
  };
  account.suspended.set(record.id, record);
  return record;
}
