import { type Instant, localDateAt } from './local-date.ts';
import type { Policy } from './policy.ts';

/** The ticket, as far as it decides which policy holds. */
export interface PolicyQuestion {
  readonly brandId: number | null;
  readonly formId: number | null;
  /** When the complaint was received. */
  readonly receivedAt: Instant;
  readonly now: Instant;
}

function isFor({ appliesTo }: Policy, { brandId, formId }: PolicyQuestion): boolean {
  return (
    (brandId !== null && appliesTo.brands.includes(brandId)) ||
    (formId !== null && appliesTo.forms.includes(formId))
  );
}

const isForAll = ({ appliesTo }: Policy): boolean => appliesTo.brands.length + appliesTo.forms.length === 0;

/** Of the versions of one policy the one that was in force at the receipt, or a later one that takes open cases over. */
function versionFor(versions: readonly Policy[], { receivedAt, now }: PolicyQuestion): Policy | undefined {
  const begun = (at: Instant) => (policy: Policy) => policy.effectiveFrom <= localDateAt(at, policy.timeZone);
  const ordered = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const atReceipt = ordered.findLast(begun(receivedAt));
  const takingOver = ordered.findLast((policy) => policy.appliesToOpenCases && begun(now)(policy));
  if (!atReceipt || !takingOver) return takingOver ?? atReceipt ?? ordered[0];
  return takingOver.effectiveFrom > atReceipt.effectiveFrom ? takingOver : atReceipt;
}

/**
 * The policy that holds for a ticket: by its brand or form, else the one that names neither; of that policy the version
 * in force when the complaint was received, unless a later one says that it applies to open cases. Where a complaint is
 * older than every version, the oldest holds. Undefined only where `policies` is empty.
 */
export function choosePolicy(policies: readonly Policy[], question: PolicyQuestion): Policy | undefined {
  const meant = policies.find((policy) => isFor(policy, question)) ?? policies.find(isForAll) ?? policies[0];
  return versionFor(
    policies.filter(({ id }) => id === meant?.id),
    question,
  );
}
