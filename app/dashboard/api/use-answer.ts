import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { useBoard } from '../BoardContext.tsx';

/** After this long people are told that it takes a while, in milliseconds. */
const SLOW_AFTER = 1_000;

export interface Answer<T> {
  /** The last answer, which stays in sight while another one is awaited. */
  readonly value: T | undefined;
  /** Whether `value` is of an earlier question than the present one, or a newer one is awaited. */
  readonly loading: boolean;
  /** Whether it has taken longer than people like to wait without a word. */
  readonly slow: boolean;
  readonly error: unknown;
  readonly reload: () => void;
}

interface State<T> {
  readonly value: T | undefined;
  /** The question that it answers. */
  readonly of: string | undefined;
  /** The question that was asked last. */
  readonly asked: string;
  readonly loading: boolean;
  readonly slow: boolean;
  readonly error: unknown;
}

const asking = <T>(path: string, known: T | undefined) => {
  return ({ value, of }: State<T>): State<T> => ({
    ...(known === undefined ? { value, of } : { value: known, of: path }),
    asked: path,
    loading: true,
    slow: false,
    error: undefined,
  });
};

/** What answers another question would be taken for the answer to this one, and goes. */
const failed = <T>(path: string, error: unknown) => {
  return ({ value, of }: State<T>): State<T> => ({
    value: of === path ? value : undefined,
    of,
    asked: path,
    loading: false,
    slow: false,
    error,
  });
};

const stillAsking = <T>(before: State<T>): State<T> => ({ ...before, slow: true });

/**
 * Asks the service, again whenever `path` changes; what was answered to the same question before is shown at once.
 * A question that is no longer wanted is aborted.
 */
export function useAnswer<T>(path: string, schema: z.ZodType<T>): Answer<T> {
  const { api, onFailure } = useBoard();
  const [turn, setTurn] = useState(0);
  const [{ of: _, asked, ...state }, setState] = useState<State<T>>(() => {
    const value = api.known(path, schema);
    return { value, of: path, asked: path, loading: true, slow: false, error: undefined };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn asks the same question again.
  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    setState(asking(path, api.known(path, schema)));
    const timer = setTimeout(() => setState(stillAsking), SLOW_AFTER);
    api
      .json({ path, signal }, schema)
      .then((value) => {
        if (signal.aborted) return;
        setState({ value, of: path, asked: path, loading: false, slow: false, error: undefined });
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        onFailure(error);
        setState(failed(path, error));
      })
      .finally(() => clearTimeout(timer));
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [api, onFailure, path, schema, turn]);
  const reload = useCallback(() => setTurn((one) => one + 1), []);
  return { ...state, loading: state.loading || asked !== path, reload };
}
