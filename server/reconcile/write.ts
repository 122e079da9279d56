import type { Instant } from '../../domain/local-date.ts';
import { FIELD_KEYS, type FieldKey, OPTION_PREFIX } from '../../domain/terms.ts';
import type { LookRequest } from '../jobs/look.ts';
import { isZendeskError, type ZendeskError } from '../zendesk/errors.ts';
import type { TicketUpdate } from '../zendesk/port.ts';
import { type Decision, decide } from './decide.ts';
import { draftOf } from './draft.ts';
import type { LookDeps } from './look-deps.ts';
import type { CaseReading } from './read-case.ts';
import { changedMeanwhile, sendUpdate } from './send-update.ts';
import { maySpeak } from './speak.ts';
import { type Draft, ticketUpdate } from './ticket-update.ts';

export interface Written {
  readonly draft: Draft;
  /** Undefined where the ticket said it all already. */
  readonly update: TicketUpdate | undefined;
  /** Whether Zendesk refused some of our fields, or has them no more. */
  readonly refused: boolean;
}

const OPTIONS = FIELD_KEYS.filter((key) => key in OPTION_PREFIX || key === 'reply_is');

/**
 * What an update leaves out where Zendesk refuses it (422), which it does as a whole: first nothing, then the
 * drop-downs, which need their options, then every field. The message to the customer is never what is left out.
 */
const LEFT_OUT: readonly (readonly (FieldKey | 'due_at')[])[] = [[], OPTIONS, [...FIELD_KEYS, 'due_at']];

/** Whether leaving fields out may help. */
function isForFields(error: unknown, update: TicketUpdate): boolean {
  return (
    isZendeskError(error, 'invalid') &&
    error.effect === 'none' &&
    (update.custom_fields !== undefined || update.due_at !== undefined)
  );
}

export interface Write {
  readonly reading: CaseReading;
  readonly decision: Decision;
  readonly request: LookRequest;
  /** What time it was in the account, at least, when the ticket was asked for; undefined where it doesn't say. */
  readonly askedAt: Instant | undefined;
  readonly now: Instant;
}

async function drafted(
  { reading, decision, now }: Write,
  leftOut: readonly (FieldKey | 'due_at')[],
  deps: LookDeps,
): Promise<Draft> {
  if (leftOut.length === 0) return draftOf(reading, decision, deps, now);
  const lesser = (await decide(reading, deps, now, { fieldsRefused: true })) ?? decision;
  const leftAlone = new Set([...lesser.leftAlone, ...leftOut]);
  return draftOf(reading, { ...lesser, leftAlone }, deps, now);
}

/** Writes the difference in one update. Answers why the ticket has to be read again first, where it has. */
export async function write(work: Write, deps: LookDeps): Promise<Written | ZendeskError> {
  let mayBeSaid = false;
  for (const [tries, leftOut] of LEFT_OUT.entries()) {
    const draft = await drafted(work, leftOut, deps);
    const update = ticketUpdate(draft);
    const refused = tries > 0 || work.decision.fieldsGone;
    if (!update) return { draft, update, refused };
    mayBeSaid ||= !update.comment?.public || (await maySpeak(work.reading, work.askedAt, deps));
    if (!mayBeSaid) return changedMeanwhile();
    try {
      return (await sendUpdate(update, work.request, deps)) ?? { draft, update, refused };
    } catch (error) {
      if (tries === LEFT_OUT.length - 1 || !isForFields(error, update)) throw error;
    }
  }
  throw new Error('an update that leaves nothing more out was refused, and nobody said so');
}
