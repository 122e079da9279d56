import { z } from 'zod/mini';
import { type CaseEvent, EVENT_KINDS } from '../../../domain/events.ts';
import { isLocalDate, type LocalDate } from '../../../domain/local-date.ts';
import { NOTED_TOPICS } from '../../../domain/noted-topics.ts';
import type { CaseEventAnswer } from '../../service/schemas.ts';

const kindSchema = z.enum(EVENT_KINDS);

/** What of an event decides dates. A newer service may tell of more. */
const payloadSchema = z.object({
  channel: z.optional(z.string()),
  first_made_at: z.optional(z.number()),
  flags: z.optional(z.array(z.string())),
  regime: z.optional(z.string()),
  duty: z.optional(z.string()),
  within: z.optional(z.string()),
  topic: z.catch(z.optional(z.enum(NOTED_TOPICS)), undefined),
  due_date: z.optional(z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))),
  by_hand: z.optional(z.literal(true)),
  corrected_at: z.optional(z.number()),
  corrected_by: z.optional(z.number()),
  refused: z.optional(z.string()),
});
type Payload = z.output<typeof payloadSchema>;

/** What does not count for a reason of its own, whatever else is put right. */
const FLAWED = ['unknown_audit', 'nobody_told', 'no_reason', 'already_received'];

function detailsOf(payload: Payload): Partial<CaseEvent> {
  const { channel, first_made_at, flags, regime, duty, within, topic, due_date } = payload;
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(first_made_at === undefined ? {} : { firstMadeAt: first_made_at }),
    ...(flags ? { flags } : {}),
    ...(regime === undefined ? {} : { regime }),
    ...(duty === undefined ? {} : { duty }),
    ...(within === undefined ? {} : { within, reason: 'as recorded' }),
    ...(topic ? { topic } : {}),
    ...(due_date ? { dueDate: due_date } : {}),
    ...(payload.by_hand ? { byHand: true } : {}),
    ...(payload.corrected_at === undefined ? {} : { correctedAt: payload.corrected_at }),
  };
}

/** The events of a case as the service has read them, as far as dates hang on them; without those corrected since. */
export function toldEvents(answers: readonly CaseEventAnswer[]): CaseEvent[] {
  return answers.flatMap((answer): CaseEvent[] => {
    const [kind, payload] = [kindSchema.safeParse(answer.kind), payloadSchema.safeParse(answer.payload)];
    if (!kind.success || !payload.success || payload.data.corrected_by !== undefined) return [];
    if (FLAWED.includes(payload.data.refused ?? '')) return [];
    const { at, recordedAt, auditId } = answer;
    return [{ kind: kind.data, at, recordedAt, auditId, ...detailsOf(payload.data) }];
  });
}
