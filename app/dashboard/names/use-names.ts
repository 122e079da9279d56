import { useEffect, useSyncExternalStore } from 'react';
import { useBoard } from '../BoardContext.tsx';
import type { NameKind } from './names.ts';

/** Writes the name for an id; the id itself, marked as a number, while or where there is none. */
export type NameOf = (id: number) => string;

/** The names of these ids, which come in by and by. */
export function useNames(kind: NameKind, ids: readonly (number | null)[]): NameOf {
  const { names } = useBoard();
  useSyncExternalStore(names.subscribe, names.version);
  const wanted = [...new Set(ids)].filter((id): id is number => id !== null).sort((a, b) => a - b);
  const key = wanted.join(',');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ids are the same question.
  useEffect(() => names.want(kind, wanted), [names, kind, key]);
  return (id) => {
    const name = names.of(kind, id);
    if (name) return name;
    return name === undefined ? '…' : kind === 'ticket' ? '–' : `#${id}`;
  };
}
