import { useCallback, useRef, useState } from 'react';
import type { z } from 'zod/mini';
import { useEnvironment } from './Environment.tsx';
import { useKeptPlace } from './KeptPlace.tsx';
import { dropStored, readStored, writeStored } from './stored.ts';

export interface Kept<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly change: (part: Partial<T>) => void;
  /** Back to the beginning, and nothing is kept any more: once it is saved, or the agent cancels. */
  readonly clear: () => void;
  /** Whether `value` was begun before the page was loaded. */
  readonly restored: boolean;
}

/**
 * A state that survives a reload: kept in this browser for this account, ticket and agent until it is cleared, for at
 * most thirty days. `key` names the form. What can't be read any more by `schema` is dropped.
 */
export function useKept<T>(key: string, initial: T, schema: z.ZodMiniType<T>): Kept<T> {
  const { now } = useEnvironment();
  const place = useKeptPlace();
  const name = `${place}:${key}`;
  const [{ value, restored }, setState] = useState(() => {
    const found = readStored(name, schema);
    return { value: found ?? initial, restored: found !== undefined };
  });
  // Several changes may come within one turn of the page.
  const latest = useRef(value);
  const set = useCallback(
    (next: T) => {
      latest.current = next;
      writeStored(name, next, now());
      setState((before) => ({ ...before, value: next }));
    },
    [name, now],
  );
  const change = useCallback((part: Partial<T>) => set({ ...latest.current, ...part }), [set]);
  const begin = useRef(initial);
  const clear = useCallback(() => {
    dropStored(name);
    latest.current = begin.current;
    setState({ value: begin.current, restored: false });
  }, [name]);
  return { value, set, change, clear, restored };
}
