import type { FieldKey } from '../../../../domain/terms.ts';
import { ANNA, PRIYA, TOM } from '../../reconcile/support/people.ts';
import { lookCall, type Outcome } from './faults.ts';
import type { Stage } from './stage.ts';

interface Of {
  readonly ticketId: number;
}

/** What came of a complaint, by what can be seen of it from outside. */
export interface Results {
  outcome(of: Of): Promise<Outcome | 'NOTHING TO BE SEEN'>;
  /** How often the customer was written to: by the ticket's audits, and by mail. */
  sent(of: Of): Promise<{ comments: number; mails: number }>;
  /** What stands on the ticket: stage and due dates. */
  state(of: Of): Promise<Record<string, unknown>>;
  /** Calls of the service for the ticket so far. */
  calls(of: Of): number;
}

const PEOPLE = new Set([ANNA, PRIYA, TOM]);
const STATE: readonly FieldKey[] = [
  'stage',
  'next_step',
  'received',
  'acknowledgement_due',
  'update_due',
  'response_due',
  'next_due',
];

export function createResults({ world, service }: Stage): Results {
  const results: Results = {
    outcome: async (of) => {
      // A deleted ticket has no audits any more.
      const { comments } = await results.sent(of).catch(() => ({ comments: 0 }));
      if (comments > 0) return 'acknowledged';
      const failed = (await service.ledger.failedLooks()).find(({ ticketId }) => ticketId === of.ticketId);
      if (failed) return `given up: ${failed.code}`;
      const known = await service.ledger.readCase(of.ticketId);
      if (known && known.row.marks.length > 0) return `marked: ${known.row.marks.join(', ')}`;
      const there = await world.tom.ticket(of.ticketId).then(
        () => true,
        () => false,
      );
      return there ? 'NOTHING TO BE SEEN' : 'deleted';
    },
    sent: async ({ ticketId }) => ({
      comments: (await world.replies(ticketId)).length,
      mails: world.mails(ticketId).length,
    }),
    state: async ({ ticketId }) => {
      const ticket = await world.tom.ticket(ticketId);
      return Object.fromEntries(STATE.map((key) => [key, world.field(ticket, key)]));
    },
    calls: ({ ticketId }) =>
      world.demo.sandbox.requests().filter(({ method, path, userId }) => {
        const person = userId !== null && PEOPLE.has(userId);
        return !person && lookCall(method, path)?.ticketId === ticketId;
      }).length,
  };
  return results;
}
