import { useEffect, useState } from 'react';
import { type Cases, casesSchema } from '../api/cases.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { queryOf } from '../route/route.ts';

/** Rows of a page: what a person goes through at one sitting, and names come with one call. */
export const ROWS = 50;

export interface Pages {
  readonly answer: Answer<Cases>;
  /** From 0. */
  readonly page: number;
  readonly total: number | undefined;
  readonly next: (() => void) | undefined;
  readonly back: (() => void) | undefined;
}

interface Place {
  /** The question that the cursors belong to. */
  readonly query: string;
  readonly cursors: readonly string[];
  readonly total: number | undefined;
}

/** The register page by page. The way back is remembered: the service knows only what comes after a row. */
export function usePages(query: string): Pages {
  const [place, setPlace] = useState<Place>({ query, cursors: [], total: undefined });
  const current = place.query === query ? place : { query, cursors: [], total: undefined };
  const { cursors } = current;
  const cursor = cursors.at(-1);
  const parts = Object.fromEntries(new URLSearchParams(query));
  const answer = useAnswer(
    `cases${queryOf(parts, { limit: String(ROWS), ...(cursor ? { cursor } : {}) })}`,
    casesSchema,
  );
  const told = answer.value?.total;
  useEffect(() => {
    if (told !== undefined)
      setPlace((before) => ({ ...(before.query === query ? before : { query, cursors: [] }), total: told }));
  }, [told, query]);
  const following = answer.value?.nextCursor;
  const move = (to: readonly string[]) => () => setPlace({ ...current, cursors: to });
  return {
    answer,
    page: cursors.length,
    total: told ?? current.total,
    next: following && !answer.loading ? move([...cursors, following]) : undefined,
    back: cursors.length > 0 ? move(cursors.slice(0, -1)) : undefined,
  };
}
