import { before } from './before.ts';
import { open } from './open.ts';
import { settled } from './settled.ts';
import type { State } from './state.ts';

export type { Desk, State } from './state.ts';

/** Every state of the sidebar, by a name that files can carry. */
export const states: Readonly<Record<string, State>> = { ...before, ...open, ...settled };
