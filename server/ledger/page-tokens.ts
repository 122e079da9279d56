import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A token that somebody shows, by the digest of what makes it single; times are real ones in epoch milliseconds. */
export interface UsedPageToken {
  readonly digest: string;
  /** When it is refused anyway, and need not be remembered any longer. */
  readonly expiresAt: number;
  readonly now: number;
}

/** Takes a token: true for the first who shows it, over all processes, and false ever after. */
export async function takePageToken(
  db: Kysely<Tables>,
  { digest, expiresAt, now }: UsedPageToken,
): Promise<boolean> {
  await sql`delete from used_page_tokens where expires_at < ${new Date(now)}`.execute(db);
  const taken = await db
    .insertInto('usedPageTokens')
    .values({ digest, expiresAt: new Date(expiresAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}
