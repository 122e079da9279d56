import type { Case } from './case.ts';
import { type Deadline, deadlineState } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Mark } from './marks.ts';
import type { Move } from './moves.ts';
import type { SendDecision } from './send.ts';

/** An internal note that the service owes the people who work on the ticket. Each key is written once. */
export type Note =
  | {
      readonly code: 'due_soon';
      readonly key: string;
      readonly deadline: Deadline;
      /** The home ticket of the complaint whose deadline it is, where that is not the one that the ticket shows. */
      readonly ofTicketId?: number;
    }
  | { readonly code: 'acknowledged_late'; readonly key: string; readonly deadline: Deadline }
  | { readonly code: 'channel_refused' | 'post_required' | 'tag_restored'; readonly key: string }
  | { readonly code: 'goes_on_here'; readonly key: string; readonly fromTicketId: number }
  | { readonly code: 'needs_person'; readonly key: string; readonly mark: Mark }
  | { readonly code: 'moved'; readonly key: string; readonly move: Move; readonly deadline: Deadline };

export interface NoteOccasions {
  readonly kase: Case;
  readonly deadlines: readonly Deadline[];
  readonly marks: readonly Mark[];
  readonly send: SendDecision;
  readonly restoreTag: boolean;
  /** The ticket on which the case began, where that was merged into this one. */
  readonly mergedFrom?: number | undefined;
  readonly now: Instant;
}

const stamp = (at: Instant): string => new Date(at).toISOString();

/** One note per deadline, when it becomes due soon; overdue is a tag and a view. */
function dueSoon({ deadlines, now }: NoteOccasions): Note[] {
  return deadlines
    .filter((deadline) => deadlineState(deadline, now) === 'due_soon')
    .map((deadline) => ({
      code: 'due_soon',
      key: `due_soon:${deadline.regime}.${deadline.duty}:${deadline.dueDate}`,
      deadline,
    }));
}

/** A complaint that was recorded after its acknowledgement was due is acknowledged at once, late, and says so once. */
function acknowledgedLate({ deadlines, kase, now }: NoteOccasions): Note[] {
  return deadlines
    .filter((deadline) => deadline.after === 'received' && deadlineState(deadline, now) === 'met_late')
    .filter((deadline) => kase.received.recordedAt > deadline.dueAt)
    .map((deadline) => ({
      code: 'acknowledged_late',
      key: `acknowledged_late:${deadline.regime}.${deadline.duty}`,
      deadline,
    }));
}

/** One note for each promise that a late holiday or a change of the policy has moved. */
export function movedNotes(moves: readonly Move[], deadlines: readonly Deadline[]): Note[] {
  return moves.flatMap((move): Note[] => {
    const deadline = deadlines.find(({ regime, duty }) => regime === move.regime && duty === move.duty);
    const key = `moved:${move.regime}.${move.duty}:${deadline?.dueDate}`;
    return deadline ? [{ code: 'moved', key, move, deadline }] : [];
  });
}

/** Every internal note that there is an occasion for, whether or not it has been written already. */
export function notesFor(occasions: NoteOccasions): Note[] {
  const { kase, marks, send, restoreTag, mergedFrom } = occasions;
  return [
    ...(mergedFrom === undefined
      ? []
      : [{ code: 'goes_on_here' as const, key: `goes_on_here:${mergedFrom}`, fromTicketId: mergedFrom }]),
    ...dueSoon(occasions),
    ...acknowledgedLate(occasions),
    ...(!kase.accepted && !kase.ended ? [{ code: 'channel_refused' as const, key: 'channel_refused' }] : []),
    ...(send.kind === 'by_post' ? [{ code: 'post_required' as const, key: 'post_required' }] : []),
    ...(restoreTag ? [{ code: 'tag_restored' as const, key: 'tag_restored' }] : []),
    ...marks.map((mark) => ({
      code: 'needs_person' as const,
      key: `needs_person:${mark.refused ? `${mark.code}:${mark.refused.kind}:${mark.refused.why}` : mark.code}:${stamp(mark.since)}`,
      mark,
    })),
  ];
}
