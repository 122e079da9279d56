import { useCallback, useEffect } from 'react';
import { z } from 'zod/mini';
import { ACTION_IDS, type ActionId } from '../../domain/actions.ts';
import { useKept } from '../ui/use-kept.ts';
import type { View } from './model/view.ts';

/** The form that the agent has open, in place of the sidebar's body. */
export type OpenForm = ActionId | 'record';

const schema = z.object({
  form: z.nullable(z.enum([...ACTION_IDS, 'record'])),
  held: z.optional(z.boolean()),
});

export interface Opened {
  readonly form: OpenForm | undefined;
  readonly open: (form: OpenForm) => void;
  readonly close: () => void;
  /** Whether the form stays open though the case no longer allows its action, until it is closed. */
  readonly held: boolean;
  readonly hold: () => void;
}

/** Which form is open; it is open again after a reload, so that what was typed into it is in sight. */
export function useOpened(): Opened {
  const { value, set, change, clear } = useKept<z.output<typeof schema>>('open', { form: null }, schema);
  const open = useCallback((form: OpenForm) => set({ form }), [set]);
  const hold = useCallback(() => change({ held: true }), [change]);
  return { form: value.form ?? undefined, open, close: clear, held: value.held === true, hold };
}

export interface ClosingOptions {
  readonly form: OpenForm | undefined;
  readonly close: () => void;
  readonly view: View | undefined;
}

/** A form whose reason is gone is closed: the complaint has been recorded meanwhile, or there is no case any more. */
export function useClosing({ form, close, view }: ClosingOptions): void {
  const isCase = view !== undefined && 'record' in view;
  const unrecorded = view?.kind === 'none' || view?.kind === 'phone';
  const over = view !== undefined && form !== undefined && (form === 'record' ? !unrecorded : !isCase);
  useEffect(() => {
    if (over) close();
  }, [over, close]);
}
