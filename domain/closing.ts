import type { CaseEvent } from './events.ts';
import { type Fold, hasOpenDuty } from './fold-state.ts';

/** What settled the case also closed it; a noted fact stays a fact of its own. */
function asClosing({ at, recordedAt, auditId, authorId, ...event }: CaseEvent): CaseEvent {
  const rest = event.kind === 'noted' ? {} : event;
  return {
    ...rest,
    kind: 'closed',
    at,
    recordedAt,
    auditId,
    ...(authorId === undefined ? {} : { authorId }),
  };
}

/** A ticket that is solved closes the case with the last duty, be that before or after the solving. */
export function closeIfSettled(fold: Fold, event: CaseEvent): void {
  if (fold.solvedAt === undefined || fold.closed || (!fold.ended && hasOpenDuty(fold))) return;
  fold.events.push(asClosing(event));
  fold.closed = true;
}

/** Leaving solved reopens a closed case. What ended as withdrawn or as no complaint only a person brings back. */
export function reopen(fold: Fold, event: CaseEvent): void {
  if (fold.closed || (fold.ended && event.byHand)) fold.events.push(event);
  fold.closed = false;
  delete fold.solvedAt;
  if (event.byHand) delete fold.ended;
}
