import { at } from '../support.ts';

/** When every deadline of these tests is long past. */
export const later = at('2026-08-01');
