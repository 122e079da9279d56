import type { Offset } from '../../domain/offset.ts';
import type { Duty, Policy } from '../../domain/policy.ts';

/** "3 working days", as a policy writes it. */
export function offsetText({ amount, unit }: Offset): string {
  const one = unit.replace('_', ' ').replace(/s$/, '');
  return `${amount} ${one}${amount === 1 ? '' : 's'}`;
}

function dutiesNamed(policies: readonly Policy[], regime: string, duty: string): Duty[] {
  return policies
    .flatMap(({ regimes }) => regimes.filter(({ id }) => id === regime))
    .flatMap(({ duties }) => duties.filter(({ id }) => id === duty));
}

/** The period of a duty where all policies agree on a single one. */
function periodOf(policies: readonly Policy[], regime: string, duty: string): Offset | undefined {
  const periods = dutiesNamed(policies, regime, duty).flatMap(({ spans }) =>
    spans.map(({ within }) => within),
  );
  const [first] = periods;
  return first && periods.every((one) => offsetText(one) === offsetText(first)) ? first : undefined;
}

/** What a duty promises; null where policies differ, where several periods run, and where no policy knows it any more. */
export function promiseText(policies: readonly Policy[], regime: string, duty: string): string | null {
  const period = periodOf(policies, regime, duty);
  return period ? offsetText(period) : null;
}

const FIXED: Readonly<Partial<Record<Offset['unit'], number>>> = {
  hours: 3_600,
  days: 86_400,
  weeks: 7 * 86_400,
};

/** The length of a duty's period in seconds, where it is the same for every case. */
export function fixedSeconds(policies: readonly Policy[], regime: string, duty: string): number | undefined {
  const period = periodOf(policies, regime, duty);
  const unit = period && FIXED[period.unit];
  return unit === undefined ? undefined : period && period.amount * unit;
}

/** Where a duty stands among those of the policies, for lists in the policy's own order; unknown ones come last. */
export function dutyOrder(policies: readonly Policy[]): (regime: string, duty: string) => number {
  const names = policies.flatMap(({ regimes }) =>
    regimes.flatMap(({ id, duties }) => duties.map((one) => `${id}.${one.id}`)),
  );
  return (regime, duty) => {
    const index = names.indexOf(`${regime}.${duty}`);
    return index < 0 ? names.length : index;
  };
}
