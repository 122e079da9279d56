import type { Migration } from 'kysely';
import * as ledger from './0001_ledger.ts';
import * as underFault from './0002_under_fault.ts';
import * as markedSince from './0003_marked_since.ts';
import * as takenCalls from './0004_taken_calls.ts';

/** In order of their names; a migration that has run anywhere is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_ledger': ledger,
  '0002_under_fault': underFault,
  '0003_marked_since': markedSince,
  '0004_taken_calls': takenCalls,
};
