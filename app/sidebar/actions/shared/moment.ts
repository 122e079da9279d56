import { z } from 'zod/mini';
import type { Instant } from '../../../../domain/local-date.ts';
import { isLocalDate, type LocalDate } from '../../../../domain/local-date.ts';
import type { TextKey } from '../../../ui/language.ts';
import { instantTyped, type TypedMoment, typedMoment } from '../../../ui/typed-moment.ts';

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');

/** A date that a form keeps over a reload. */
export const dateSchema = date;

/** A moment as a form keeps it over a reload. */
export const momentSchema = z.object({
  date: z.exactOptional(date),
  time: z.string(),
}) satisfies z.ZodMiniType<TypedMoment>;

export { typedMoment };

export interface MomentLimits {
  readonly zone: string;
  readonly now: Instant;
  /** Nothing happened before, and what to say of a moment that lies there. */
  readonly notBefore?: Instant | undefined;
  readonly earlyText?: TextKey;
}

export type ReadMoment =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly fault: TextKey };

/** A minute is typed, seconds are stamped: what happened within the minute typed is not too early. */
const MINUTE = 60_000;

/** What was typed as an instant: at most now, and not before the limit. */
export function readMoment(
  typed: TypedMoment,
  { zone, now, notBefore, earlyText }: MomentLimits,
): ReadMoment {
  const at = instantTyped(typed, zone);
  if (at === undefined) return { ok: false, fault: 'act.momentMissing' };
  if (at > now) return { ok: false, fault: 'act.future' };
  if (notBefore === undefined || at >= notBefore) return { ok: true, at };
  if (at > notBefore - MINUTE) return { ok: true, at: notBefore };
  return { ok: false, fault: earlyText ?? 'act.early' };
}
