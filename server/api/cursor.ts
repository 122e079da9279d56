import { z } from 'zod';
import { REGISTER_SORTS, type RegisterPlace, type RegisterSort } from '../ledger/index.ts';

const schema = z.strictObject({
  sort: z.enum(REGISTER_SORTS),
  descending: z.boolean(),
  // Within what a timestamp of the database can hold.
  value: z.number().min(-8e14).max(8e14).nullable(),
  ticketId: z.int().nonnegative(),
});

/** Where a page of the register ended. */
export interface Cursor extends RegisterPlace {
  readonly sort: RegisterSort;
  readonly descending: boolean;
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** Undefined for anything that no page has ended with. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
