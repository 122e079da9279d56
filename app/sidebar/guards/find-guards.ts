import type { Deadline } from '../../../domain/deadline.ts';
import type { EventKind } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { Guard } from './guard.ts';
import { isNamedIn } from './named-in.ts';

export interface Person {
  readonly id: number;
  readonly name: string;
}

/** What is known of a submit before it goes out. */
export interface SaveFacts {
  readonly deadlines: readonly Deadline[];
  readonly events: readonly { readonly kind: EventKind }[];
  /** The ticket becomes solved with it. */
  readonly solving: boolean;
  /** The messages that it sends to the customer, */
  readonly sending: readonly EventKind[];
  /** and those of them that will count. */
  readonly counted: readonly EventKind[];
  readonly me: Person | undefined;
  readonly assignee: Person | undefined;
  /** Names of staff in the complaint, as recorded. */
  readonly staff: string;
  /** Who wrote the formal response. */
  readonly responderId: number | undefined;
  /** When the audits tell of an acknowledgement to the customer. */
  readonly acknowledgedAt: Instant | undefined;
  /** Whether a duty of this name may stay open in a solved ticket. */
  readonly mayStayOpen: (deadline: Deadline) => boolean;
}

/** The anchors that happen only if somebody asks for an appeal or the case goes elsewhere. */
const OPTIONAL: readonly EventKind[] = ['appealed', 'appeal_acknowledged', 'appeal_responded', 'referred'];

/** Duties that would still be owed: not done with this submit, nor closed by a later message of their regime. */
export function dutiesLeft(facts: SaveFacts): Deadline[] {
  const { deadlines, events, counted, mayStayOpen } = facts;
  const happened = new Set<string>([...events.map(({ kind }) => kind), ...counted]);
  return deadlines.filter((deadline, index) => {
    if (deadline.doneAt !== undefined || deadline.waived || mayStayOpen(deadline)) return false;
    if (OPTIONAL.some((kind) => kind === deadline.after) && !happened.has(deadline.after)) return false;
    const later = deadlines.slice(index).filter(({ regime }) => regime === deadline.regime);
    return !later.some(({ doneBy }) => counted.includes(doneBy));
  });
}

function conflict({ sending, me, assignee, staff }: SaveFacts): Guard[] {
  if (sending.length === 0) return [];
  const named = [me, assignee].find((one) => one && isNamedIn(staff, one.name));
  return named ? [{ code: 'conflict', name: named.name, self: named.id === me?.id }] : [];
}

/** What somebody should mean before this submit goes out. */
export function findGuards(facts: SaveFacts): Guard[] {
  const { solving, sending, me, responderId, acknowledgedAt } = facts;
  const left = solving ? dutiesLeft(facts).map(({ duty }) => duty) : [];
  const ofAppeal = sending.includes('appeal_responded');
  return [
    ...(left.length > 0 ? [{ code: 'open_duty' as const, duties: left }] : []),
    ...conflict(facts),
    ...(ofAppeal && me && responderId === me.id ? [{ code: 'same_handler' as const }] : []),
    ...(sending.includes('acknowledged') && acknowledgedAt !== undefined
      ? [{ code: 'second_acknowledgement' as const, at: acknowledgedAt }]
      : []),
  ];
}
