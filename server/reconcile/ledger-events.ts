import { z } from 'zod';
import { type CaseEvent, EVENT_KINDS } from '../../domain/events.ts';
import { MINUTE } from '../../domain/local-date.ts';
import { JUST_SENT } from '../../domain/plan.ts';
import type { CaseEventRow, WholeCase } from '../ledger/index.ts';
import type { ToldEvent } from './read-events.ts';

const kind = z.enum(EVENT_KINDS);

/**
 * Stands for the audits of a ticket that is gone, of which only its clock record told; the events of one record have
 * this number and those below it.
 */
export const FROM_RECORD = -1_000;

/** What the ledger keeps of an event besides its kind and times; never free text. */
const payloadSchema = z.object({
  channel: z.string().optional(),
  first_made_at: z.number().optional(),
  flags: z.array(z.string()).optional(),
  outcome: z.enum(['upheld', 'partly_upheld', 'not_upheld']).optional(),
  regime: z.string().optional(),
  duty: z.string().optional(),
  within: z.string().optional(),
  by_hand: z.literal(true).optional(),
  /** That a reason was given; its words stay on the ticket. */
  reasoned: z.literal(true).optional(),
  corrected_at: z.number().optional(),
  /** The audit of the correction: of an event as it was said first, which does not count. */
  corrected_by: z.number().optional(),
  /** That the correction says it never happened, rather than otherwise. */
  void: z.literal(true).optional(),
  /** Why it does not count. */
  refused: z.string().optional(),
});

type Payload = z.output<typeof payloadSchema>;

function payloadOf(event: CaseEvent): Payload {
  const { channel, firstMadeAt, flags, outcome, regime, duty, within, byHand, reason, correctedAt } = event;
  return {
    channel,
    first_made_at: firstMadeAt,
    flags: flags && [...flags],
    outcome,
    regime,
    duty,
    within,
    by_hand: byHand,
    reasoned: reason ? true : undefined,
    corrected_at: correctedAt,
  };
}

/** An event as the ledger keeps it. `serviceUserId`: the author of what this very look has sent. */
export function eventRow(event: CaseEvent, serviceUserId: number, more: Payload = {}): CaseEventRow {
  const { kind, at, recordedAt, auditId, authorId = serviceUserId } = event;
  // Through JSON, so that what is undefined is left out.
  const payload = JSON.parse(JSON.stringify({ ...payloadOf(event), ...more }));
  return { auditId, kind, at, recordedAt, authorId, payload };
}

/** What was said first and was corrected since, so that a history can show both. */
export function correctedRows(told: readonly ToldEvent[], serviceUserId: number): CaseEventRow[] {
  return told.flatMap(({ said, event, correctedBy }) =>
    correctedBy === undefined
      ? []
      : eventRow(said, serviceUserId, { corrected_by: correctedBy, ...(event ? {} : { void: true }) }),
  );
}

function eventOf({ auditId, at, recordedAt, authorId, ...row }: CaseEventRow): CaseEvent[] {
  const [read, payload] = [kind.safeParse(row.kind), payloadSchema.safeParse(row.payload)];
  if (!read.success || !payload.success || auditId === JUST_SENT) return [];
  const { channel, first_made_at, flags, outcome, regime, duty, within, by_hand, reasoned, ...more } =
    payload.data;
  if (more.refused !== undefined || more.corrected_by !== undefined) return [];
  return [
    {
      kind: read.data,
      at,
      recordedAt,
      auditId,
      ...(authorId === null ? {} : { authorId }),
      ...(channel === undefined ? {} : { channel }),
      ...(first_made_at === undefined ? {} : { firstMadeAt: first_made_at }),
      ...(flags ? { flags } : {}),
      ...(outcome ? { outcome } : {}),
      ...(regime ? { regime } : {}),
      ...(duty ? { duty } : {}),
      ...(within ? { within } : {}),
      ...(by_hand ? { byHand: true } : {}),
      ...(reasoned ? { reason: 'as recorded' } : {}),
      ...(more.corrected_at === undefined ? {} : { correctedAt: more.corrected_at }),
    },
  ];
}

/** Whether a record told what an audit tells too; the record that went with an update may be off by a moment. */
function isToldTwice({ auditId, kind, at }: CaseEvent, events: readonly CaseEvent[]): boolean {
  return auditId <= FROM_RECORD && events.some((one) => one.kind === kind && Math.abs(one.at - at) < MINUTE);
}

/**
 * The events that only the ledger still tells of, because their ticket is gone.
 * @param audits all that can be read; `said`: what they tell of this case
 */
export function eventsOnlyInLedger(
  known: WholeCase,
  audits: ReadonlySet<number>,
  said: readonly CaseEvent[],
): CaseEvent[] {
  return known.events
    .filter(({ auditId }) => !audits.has(auditId))
    .flatMap(eventOf)
    .filter((event) => !isToldTwice(event, said));
}
