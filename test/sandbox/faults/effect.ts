/** What a fault does to a request of the API. "Before" and "after" are before and after the work took effect. */
export type Effect =
  /** An answer in place of the work. A body that is an object is sent as JSON. */
  | {
      kind: 'answer';
      status: number;
      body?: string | object | undefined;
      headers?: Record<string, string> | undefined;
    }
  /** The connection is cut by a reset. */
  | { kind: 'reset'; when: 'before' | 'after' }
  /**
   * No reply until the client gives up. With `ms` a late one: before, the work is done and answered after so
   * long; after, the work is done at once and its reply held back. With `until` the same, when what it
   * answers resolves; it is called as the silence begins.
   */
  | { kind: 'silence'; when: 'before' | 'after'; ms?: number | undefined; until?: () => Promise<void> }
  /** Waits, then does the work and answers. */
  | { kind: 'slow'; ms: number }
  /** The work is done, the JSON of its reply cut in the middle. */
  | { kind: 'malformed' }
  /** 409 in place of the work. */
  | { kind: 'conflict'; error: ConflictError };

export type ConflictError = (typeof CONFLICTS)[number];
export const CONFLICTS = ['UpdateConflict', 'DatabaseConflict'] as const;

/** The short forms that hooks written in code may answer with: an answer, or a connection cut before the work. */
export type ShortEffect =
  | { status: number; body?: string | undefined; headers?: Record<string, string> | undefined }
  | { cut: true };

export type FaultEffect = Effect | ShortEffect;

export function inFull(effect: FaultEffect): Effect {
  if ('kind' in effect) return effect;
  return 'cut' in effect ? { kind: 'reset', when: 'before' } : { kind: 'answer', ...effect };
}

const CONFLICT_WORDS: Readonly<Record<ConflictError, string>> = {
  UpdateConflict:
    'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  DatabaseConflict: 'Database collision: another request changed this record at the same time',
};

/** The body of a 409. */
export function conflictBody(error: ConflictError): { error: string; description: string } {
  return { error, description: CONFLICT_WORDS[error] };
}
