import { useEffect, useState } from 'react';

/** A part of the page whose script comes after the first. */
export type LoadPart<T> = () => Promise<T>;

interface State<T> {
  readonly part?: T;
  readonly error?: unknown;
}

/** Loads once for the whole page, from when it is first wanted; a failure is not kept. */
export function onceLoaded<T>(load: LoadPart<T>): LoadPart<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

/**
 * The part, once its script is there. Not by Suspense: React holds back for half a second what comes after a fallback.
 * @throws what the loading failed with, for the boundary around it
 */
export function usePart<T extends object>(load: LoadPart<T>): T | undefined {
  const [{ part, error }, setState] = useState<State<T>>({});
  useEffect(() => {
    let isWanted = true;
    load().then(
      (loaded) => isWanted && setState({ part: loaded }),
      (failure: unknown) => isWanted && setState({ error: failure }),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (error !== undefined) throw error;
  return part;
}
