import { z } from 'zod';
import { isLocalDate } from '../../../domain/local-date.ts';

/** An instant, read as epoch milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
export const day = z.string().refine(isLocalDate, 'must be a date');
/** `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const id = z.number().int();
export const count = z.number().int().nonnegative();
/** From 0 to 1. */
export const share = z.number().min(0).max(1);
