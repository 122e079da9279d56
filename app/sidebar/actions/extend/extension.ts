import { type Deadline, isLate } from '../../../../domain/deadline.ts';
import type { CaseEvent } from '../../../../domain/events.ts';
import type { Instant } from '../../../../domain/local-date.ts';
import type { Offset, OffsetUnit } from '../../../../domain/offset.ts';
import type { Policy } from '../../../../domain/policy.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import type { TextKey } from '../../../ui/language.ts';
import { eventsOf, type Rules, refusalOf, thoughtOf, whatIf } from '../../model/what-if.ts';
import { OFFSET_UNITS } from './units.ts';

export const keyOf = ({ regime, duty }: Pick<Deadline, 'regime' | 'duty'>): string => `${regime}/${duty}`;

/** The deadlines that the policy lets anybody move, as long as they have not passed. */
export function extendable(deadlines: readonly Deadline[], policy: Policy, now: Instant): Deadline[] {
  return deadlines.filter((deadline) => {
    const regime = policy.regimes.find(({ id }) => id === deadline.regime);
    const rule = regime?.duties.find(({ id }) => id === deadline.duty)?.extension;
    const open = deadline.doneAt === undefined && deadline.waived === undefined;
    return rule !== undefined && !deadline.hardCap && open && !isLate(deadline, now);
  });
}

/** A whole number of units; undefined for anything else that was typed. */
export function lengthTyped(amount: string, unit: OffsetUnit): Offset | undefined {
  const number = /^\d{1,3}$/.test(amount.trim()) ? Number(amount) : 0;
  return number > 0 ? { amount: number, unit } : undefined;
}

export function withinOf({ amount, unit }: Offset): string {
  return `${amount} ${OFFSET_UNITS[unit].policy}`;
}

/** What an extension would come to, or why it can't be. */
export type Extending =
  | { readonly ok: true; readonly before: Deadline; readonly after: Deadline }
  | { readonly ok: false; readonly fault: TextKey };

const FAULTS: Readonly<Record<string, TextKey>> = {
  hard_cap: 'extend.notForeseen',
  not_foreseen: 'extend.notForeseen',
  unknown_duty: 'extend.notForeseen',
  too_late: 'extend.tooLate',
  too_often: 'extend.tooOften',
  too_long: 'extend.tooLong',
  past_cap: 'extend.pastCap',
};

export interface ExtensionTried {
  readonly deadline: Pick<Deadline, 'regime' | 'duty'>;
  readonly by: Offset;
  readonly now: Instant;
}

/** Tries an extension by the rules that the service judges it by. @throws CoverageError */
export function tryExtension(
  record: ClockRecord,
  rules: Rules,
  { deadline: { regime, duty }, by, now }: ExtensionTried,
): Extending {
  const events = eventsOf(record);
  const told = { kind: 'extended', regime, duty, within: withinOf(by), reason: 'as told' } as const;
  const more: CaseEvent[] = [...events, thoughtOf(told, now)];
  const why = refusalOf(more, rules);
  if (why) return { ok: false, fault: FAULTS[why] ?? 'extend.notForeseen' };
  const [before, after] = [events, more].map((all) =>
    whatIf(all, rules)?.deadlines.find((one) => one.regime === regime && one.duty === duty),
  );
  return before && after ? { ok: true, before, after } : { ok: false, fault: 'extend.notForeseen' };
}
