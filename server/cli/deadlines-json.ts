import { type Language, reasonText } from '../../domain/reason-text.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { Computed } from './compute.ts';

const utc = (at: number): string => new Date(at).toISOString();

/** `name` and `text` are in the language; instants in UTC, dates civil in the policy's zone. */
function reasonJson(reason: Reason, language: Language, zone: string) {
  const { code, date, name, names, region } = reason;
  return {
    code,
    date,
    ...(name === undefined ? {} : { name: names?.[language] ?? name }),
    ...(region === undefined ? {} : { region }),
    text: reasonText(reason, language, zone),
  };
}

/** What `--json` prints. `nextDue`: when the earliest open deadline is due, or null. */
export function deadlinesJson({ policy, kase, next, deadlines }: Computed, language: Language) {
  return {
    policy: policy.id,
    version: policy.version,
    stage: kase.stage,
    nextDue: next ? utc(next.dueAt) : null,
    deadlines: deadlines.map(({ deadline, state, reasons }) => ({
      regime: deadline.regime,
      duty: deadline.duty,
      after: deadline.after,
      anchorAt: utc(deadline.anchorAt),
      projected: deadline.projected,
      dueAt: utc(deadline.dueAt),
      dueDate: deadline.dueDate,
      state,
      reasons: reasons.map((reason) => reasonJson(reason, language, policy.timeZone)),
    })),
  };
}
