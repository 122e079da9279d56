import { useState } from 'react';
import { isLocalDate } from '../../../domain/local-date.ts';
import { type Action, actionSchema, type NewAction } from '../api/actions.ts';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';

/** What is typed into the form, empty where nothing is yet. */
export interface Entry {
  readonly category: string;
  readonly what: string;
  readonly ownerId: string;
  readonly dueDate: string;
}

/** The action; undefined where something is missing. */
export function readEntry({ category, what, ownerId, dueDate }: Entry): NewAction | undefined {
  const isWhole = category !== '' && what.trim() !== '' && ownerId !== '' && isLocalDate(dueDate);
  return isWhole ? { category, what: what.trim(), ownerId: Number(ownerId), dueDate } : undefined;
}

/** Saves a new action, or what has changed of `action`: its cause stays. */
export function useSaving(action: Action | undefined, onSaved: () => void) {
  const { api, language, onFailure } = useBoard();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  return {
    busy,
    failure,
    async save(entered: NewAction): Promise<void> {
      setBusy(true);
      setFailure(undefined);
      const { category: _same, ...changes } = entered;
      const ask = action
        ? ({ path: `actions/${action.id}`, method: 'PATCH', body: changes } as const)
        : ({ path: 'actions', method: 'POST', body: entered } as const);
      try {
        await api.json(ask, actionSchema);
        onSaved();
      } catch (error) {
        onFailure(error);
        setFailure(failureText(error, language.say));
        setBusy(false);
      }
    },
  };
}
