import { type ClockRecord, encodeRecord } from '../../../../domain/index.ts';
import type { SeedTicket } from '../../../sandbox/index.ts';
import { agents, fields } from './ids.ts';

/** A ticket of the stage: a customer's, open, by web form, where nothing else is said. */
export interface StagedTicket {
  readonly id: number;
  readonly record?: ClockRecord | string;
  readonly tags?: readonly string[];
  readonly via?: string;
  readonly requester?: number;
  /** Open where not given. */
  readonly status?: 'solved';
  /** Of the first message, two hours ago where not given: `-9d`. */
  readonly createdAt?: string;
  readonly subject?: string;
  readonly body?: string;
  /** What was said after the first message. */
  readonly replies?: readonly { readonly author: number; readonly body: string; readonly at: string }[];
  readonly values?: Readonly<Partial<Record<keyof typeof fields, string>>>;
}

/** The same as the sandbox is seeded with it. */
export function seedTicket(ticket: StagedTicket): SeedTicket {
  const { id, record, tags: extra, via, requester = 20, status, replies = [], values = {} } = ticket;
  const text = record === undefined || typeof record === 'string' ? record : encodeRecord(record);
  const filled = Object.entries({ ...values, ...(text === undefined ? {} : { record: text }) });
  return {
    id,
    subject: ticket.subject ?? 'No connection since I moved in',
    requester_id: requester,
    assignee_id: agents.english,
    group_id: 5,
    status: status ?? 'open',
    via: { channel: via ?? 'web' },
    tags: [...(extra ?? (record === undefined ? [] : ['formal_complaint']))],
    created_at: ticket.createdAt ?? '-2h',
    ...(filled.length > 0
      ? {
          custom_fields: filled.flatMap(([key, value]) => (isField(key) ? [{ id: fields[key], value }] : [])),
        }
      : {}),
    comments: [
      { author_id: requester, body: ticket.body ?? 'I complain formally.' },
      ...replies.map(({ author, body, at }) => ({ author_id: author, body, created_at: at })),
    ],
  };
}

const isField = (key: string): key is keyof typeof fields => key in fields;
