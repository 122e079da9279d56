import type { Case } from './case.ts';
import { type Deadline, type DeadlineState, deadlineState } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Mark } from './marks.ts';
import type { SendDecision } from './send.ts';
import { SERVICE_TAGS, type ServiceTag } from './terms.ts';

export interface TagOccasions {
  readonly kase: Case;
  /** The open deadlines. */
  readonly open: readonly Deadline[];
  readonly marks: readonly Mark[];
  readonly send: SendDecision;
  readonly now: Instant;
}

function latest(instants: readonly Instant[]): Instant | undefined {
  return instants.length > 0 ? Math.max(...instants) : undefined;
}

/** Since when there is reason for each of the service's tags. */
function reasonsFor({ kase, open, marks, send, now }: TagOccasions): Record<ServiceTag, Instant | undefined> {
  const inState = (state: DeadlineState) => open.filter((deadline) => deadlineState(deadline, now) === state);
  const { recordedAt } = kase.received;
  return {
    dueSoon: latest(inState('due_soon').map((deadline) => deadline.warnAt)),
    overdue: latest(inState('overdue').map((deadline) => deadline.dueAt)),
    postRequired: send.kind === 'by_post' ? recordedAt : undefined,
    channelRefused: kase.stage === 'refused' ? recordedAt : undefined,
    needsPerson: latest(marks.map((mark) => mark.since)),
  };
}

/**
 * The service's tags that should be on the ticket. One that a person took off is not put back until there is a new
 * reason for it. `removedAt`: when a person last took off each tag.
 */
export function serviceTags(occasions: TagOccasions, removedAt: ReadonlyMap<string, Instant>): Set<string> {
  const since = reasonsFor(occasions);
  const tags = new Set<string>();
  for (const key of ['dueSoon', 'overdue', 'postRequired', 'channelRefused', 'needsPerson'] as const) {
    const [tag, from] = [SERVICE_TAGS[key], since[key]];
    if (from !== undefined && (removedAt.get(tag) ?? -1) < from) tags.add(tag);
  }
  return tags;
}
