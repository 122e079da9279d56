import type { MessageKind } from '../../../domain/events.ts';
import type { EvidenceKind } from '../../../domain/guidance.ts';
import type { Offset } from '../../../domain/offset.ts';
import type { Policy } from '../../../domain/policy.ts';

/** The promises that the letters repeat, so that they never say other than the policy counts. */
export interface Promises {
  /** From receipt to the acknowledgement. */
  readonly acknowledgement: Offset;
  /** From the acknowledgement to the status update. */
  readonly update: Offset;
  /** From the status update to the formal response. */
  readonly response: Offset;
  /** The kinds of evidence that the company asks for. */
  readonly evidence: readonly EvidenceKind[];
}

/** What a policy promises for each message. @throws Error where it promises nothing for one of them. */
export function promisesOf(policy: Policy): Promises {
  const duties = policy.regimes.filter(({ hardCap }) => !hardCap).flatMap((regime) => regime.duties);
  const within = (kind: MessageKind): Offset => {
    const duty = duties.find(({ doneBy }) => doneBy[0] === kind);
    const [span] = duty?.spans ?? [];
    if (span) return span.within;
    throw new Error(
      `the policy "${policy.id}" has no duty done by "${kind}", which the letters speak of: add one`,
    );
  };
  return {
    acknowledgement: within('acknowledged'),
    update: within('updated'),
    response: within('responded'),
    evidence: policy.guidance.evidence,
  };
}
