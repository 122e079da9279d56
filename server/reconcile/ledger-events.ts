import { z } from 'zod';
import { type CaseEvent, DECISIONS, EVENT_KINDS } from '../../domain/events.ts';
import { isLocalDate, type LocalDate, MINUTE } from '../../domain/local-date.ts';
import { NOTED_TOPICS } from '../../domain/noted.ts';
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
  topic: z.enum(NOTED_TOPICS).optional(),
  code: z.string().optional(),
  of_audit: z.number().optional(),
  due_date: z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value)).optional(),
  reference: z.string().optional(),
  language: z.string().optional(),
  ticket: z.number().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  decision: z.enum(DECISIONS).optional(),
  accepted: z.boolean().optional(),
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
    topic: event.topic,
    code: event.code,
    of_audit: event.ofAudit,
    due_date: event.dueDate,
    reference: event.reference,
    language: event.language,
    ticket: event.ticket,
    amount: event.amount,
    currency: event.currency,
    decision: event.decision,
    accepted: event.accepted,
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

function notedOf(payload: Payload): Partial<CaseEvent> {
  const { topic, code, of_audit, due_date, reference, language, ticket, amount, currency } = payload;
  const { decision, accepted } = payload;
  return {
    ...(topic ? { topic } : {}),
    ...(code ? { code } : {}),
    ...(of_audit === undefined ? {} : { ofAudit: of_audit }),
    ...(due_date ? { dueDate: due_date } : {}),
    ...(reference ? { reference } : {}),
    ...(language ? { language } : {}),
    ...(ticket === undefined ? {} : { ticket }),
    ...(amount ? { amount } : {}),
    ...(currency ? { currency } : {}),
    ...(decision ? { decision } : {}),
    ...(accepted === undefined ? {} : { accepted }),
  };
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
      ...notedOf(more),
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
  known: Pick<WholeCase, 'events'>,
  audits: ReadonlySet<number>,
  said: readonly CaseEvent[],
): CaseEvent[] {
  return known.events
    .filter(({ auditId }) => !audits.has(auditId))
    .flatMap(eventOf)
    .filter((event) => !isToldTwice(event, said));
}
