import type { AnchorKind } from './anchor-kinds.ts';
import type { EventKind } from './events.ts';
import type { Duty } from './policy.ts';

/** Whether a duty is done, or closed by the message of a later stage of its regime. */
function isSettled(duty: Duty, later: readonly Duty[], kinds: ReadonlySet<EventKind>): boolean {
  return [duty, ...later].some((one) => one.doneBy.some((kind) => kinds.has(kind)));
}

/** The duties that are owed now or once those before them are done; not those that hang on an appeal nobody made. */
function owedDuties(duties: readonly Duty[], kinds: ReadonlySet<EventKind>): Duty[] {
  const coming = new Set<AnchorKind>([...kinds, 'first_made']);
  return duties.filter(({ spans, doneBy }) => {
    if (!spans.some(({ after }) => coming.has(after))) return false;
    for (const kind of doneBy) coming.add(kind);
    return true;
  });
}

/** Whether a duty that blocks the closing, open now or once those before it are done, still waits for its message. */
export function owesAnything(duties: readonly Duty[], kinds: ReadonlySet<EventKind>): boolean {
  return owedDuties(duties, kinds).some(
    (duty) => duty.blocksClosing && !isSettled(duty, duties.slice(duties.indexOf(duty) + 1), kinds),
  );
}
