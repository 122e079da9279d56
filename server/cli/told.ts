import { type CaseEvent, EVENT_KINDS, type EventKind } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import { readOffset } from '../../domain/offset.ts';
import type { Policy } from '../../domain/policy.ts';
import { isOutcome } from '../../domain/terms.ts';
import { UsageError } from '../command/usage-error.ts';
import { orKnown } from '../policies/nearest.ts';
import { checkDateOnly } from './date-only.ts';
import type { TypedEvent } from './typed-event.ts';

/** What else was said of the complaint. */
export interface Particulars {
  readonly flags: readonly string[];
  readonly channel: string | undefined;
}

const isKind = (kind: TypedEvent['kind']): kind is EventKind => EVENT_KINDS.some((known) => known === kind);

function checkNames({ flags, channel }: Particulars, policy: Policy): void {
  const channels = Object.keys(policy.channels);
  for (const flag of flags) {
    if (!policy.flags.includes(flag))
      throw new UsageError(`--flag ${flag}: "${policy.id}" has no such flag: ${orKnown(flag, policy.flags)}`);
  }
  if (channel !== undefined && !channels.includes(channel))
    throw new UsageError(
      `--channel ${channel}: "${policy.id}" has no such channel: ${orKnown(channel, channels)}`,
    );
}

/** An extension names a duty of the policy and a length of time; whether it counts is the domain's to say. */
function checkExtension({ kind, label, fields }: TypedEvent, policy: Policy): void {
  if (kind !== 'extended') return;
  const { regime, duty, within = '' } = fields;
  const ids = policy.regimes.map(({ id }) => id);
  if (regime !== undefined && !ids.includes(regime))
    throw new UsageError(`${label}: "${regime}" is no regime of "${policy.id}": ${orKnown(regime, ids)}`);
  const meant = policy.regimes.filter(({ id }) => regime === undefined || id === regime);
  const duties = [...new Set(meant.flatMap((one) => one.duties.map(({ id }) => id)))];
  if (duty === undefined)
    throw new UsageError(`${label}: say which duty: add ",duty=${duties[0] ?? 'update'}"`);
  if (!duties.includes(duty))
    throw new UsageError(`${label}: "${duty}" is no duty of "${policy.id}": ${orKnown(duty, duties)}`);
  if (!readOffset(within)) throw new UsageError(`${label}: say by how much: add ",within=2 working days"`);
  if (!fields.reason) throw new UsageError(`${label}: an extension needs a reason: add ",reason=..."`);
}

/** @throws UsageError */
function firstMade(events: readonly TypedEvent[], receivedAt: Instant): Pick<CaseEvent, 'firstMadeAt'> {
  const [first, another] = events.filter(({ kind }) => kind === 'first_made');
  if (another) throw new UsageError(`${another.label}: a complaint is first made once: take one out`);
  if (!first) return {};
  if (first.at > receivedAt)
    throw new UsageError(
      `${first.label}: this lies after the receipt: give the earlier time, or leave it out`,
    );
  return { firstMadeAt: first.at };
}

/** The receipt, without which there is no case. @throws UsageError */
export function receiptOf(events: readonly TypedEvent[]): TypedEvent {
  const received = events.find(({ kind }) => kind === 'received');
  if (received) return received;
  throw new UsageError('Say when the complaint was received: --event received=2026-04-01T15:00+01:00');
}

function outcomeOf({ label, fields: { outcome } }: TypedEvent): Pick<CaseEvent, 'outcome'> {
  if (outcome === undefined) return {};
  if (isOutcome(outcome)) return { outcome };
  throw new UsageError(
    `${label}: "${outcome}" is no outcome: ${orKnown(outcome, ['upheld', 'partly_upheld', 'not_upheld'])}`,
  );
}

/** The events that the policy is applied to, each told by a person when it happened. @throws UsageError */
export function caseEvents(
  events: readonly TypedEvent[],
  policy: Policy,
  particulars: Particulars,
): CaseEvent[] {
  checkNames(particulars, policy);
  checkDateOnly(events, policy);
  const { flags, channel } = particulars;
  const made = firstMade(events, receiptOf(events).at);
  return events.flatMap((event, index): CaseEvent[] => {
    const { kind, at, fields } = event;
    if (!isKind(kind)) return [];
    checkExtension(event, policy);
    const { outcome: _, ...extension } = fields;
    const receipt = { ...made, flags, ...(channel === undefined ? {} : { channel }) };
    return [
      {
        kind,
        at,
        recordedAt: at,
        auditId: index + 1,
        byHand: true,
        ...extension,
        ...outcomeOf(event),
        ...(kind === 'received' ? receipt : {}),
      },
    ];
  });
}
