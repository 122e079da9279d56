import { useCallback, useEffect, useState } from 'react';

export interface Fetched<T> {
  /** Undefined until it is there. */
  readonly value?: T;
  /** Whether the last try failed. */
  readonly failed: boolean;
  readonly again: () => void;
}

/** Reads something once, and again where asked; `work` must keep its identity as long as it reads the same. */
export function useFetched<T>(work: () => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ value?: T; failed: boolean }>({ failed: false });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  // `turn` is read for its changes only.
  useEffect(() => {
    let alive = turn >= 0;
    work().then(
      (value) => alive && setState({ value, failed: false }),
      () => alive && setState((before) => ({ ...before, failed: true })),
    );
    return () => {
      alive = false;
    };
  }, [work, turn]);
  return { ...state, again };
}
