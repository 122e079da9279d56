import type { Migration } from 'kysely';
import * as ledger from './0001_ledger.ts';

/** In order of their names; a migration that has run anywhere is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_ledger': ledger,
};
