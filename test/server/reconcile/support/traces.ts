import type { ClockRecord } from '../../../../domain/record.ts';
import { decodeRecord } from '../../../../domain/record-text.ts';
import type { FieldKey } from '../../../../domain/terms.ts';
import type { Demo } from '../../../demo/demo.ts';
import type { AuditNow, Person, TicketNow } from './person.ts';

/** What the service has left on tickets. */
export interface Traces {
  field(ticket: TicketNow, key: FieldKey): unknown;
  recordOf(ticket: TicketNow): ClockRecord;
  /** The service's own updates of a ticket. */
  updates(id: number): Promise<AuditNow[]>;
  /** Texts of its internal notes, the oldest first. */
  notes(id: number): Promise<string[]>;
  /** Texts of its public comments, the oldest first. */
  replies(id: number): Promise<string[]>;
  /** Acknowledgements that were mailed to a customer. */
  mails(id: number): { readonly to: string; readonly body: string }[];
  /** Answers to its updates of a ticket. */
  puts(id: number): number[];
  /** Marks of the case in the ledger. */
  marks(id: number): Promise<readonly string[] | undefined>;
}

const LETTER = /We have received your formal complaint|Ihre förmliche Beschwerde ist bei uns eingegangen/;

const commentsOf = (audits: readonly AuditNow[], isPublic: boolean): string[] =>
  audits.flatMap(({ events }) =>
    events.filter((one) => one.type === 'Comment' && one.public === isPublic).map((one) => String(one.body)),
  );

export function createTraces({ sandbox, account, service }: Demo, tom: Person): Traces {
  const { serviceUserId } = account;
  const traces: Traces = {
    field: (ticket, key) => ticket.custom_fields.find(({ id }) => id === account.fields[key])?.value,
    recordOf: (ticket) => {
      const text = traces.field(ticket, 'record');
      const decoded = decodeRecord(typeof text === 'string' ? text : undefined);
      if (!decoded.ok) throw new Error(`the clock record can't be read: ${decoded.detail}`);
      return decoded.record;
    },
    updates: async (id) => (await tom.audits(id)).filter(({ author_id }) => author_id === serviceUserId),
    notes: async (id) => commentsOf(await traces.updates(id), false),
    replies: async (id) => commentsOf(await traces.updates(id), true),
    mails: (id) => {
      const mails = sandbox.mails().filter(({ ticketId, body }) => ticketId === id && LETTER.test(body));
      return mails.filter(({ to }) => !to.endsWith('@ask4.example'));
    },
    puts: (id) => {
      const own = sandbox.requests().filter(({ userId }) => userId === serviceUserId);
      const path = new RegExp(`^/api/v2/tickets/${id}(\\.json)?(\\?|$)`);
      return own.filter((one) => one.method === 'PUT' && path.test(one.path)).map(({ status }) => status);
    },
    marks: async (id) => (await service.ledger.readCase(id))?.row.marks,
  };
  return traces;
}
