import type { Migration } from 'kysely';
import * as ledger from './0001_ledger.ts';
import * as underFault from './0002_under_fault.ts';
import * as markedSince from './0003_marked_since.ts';
import * as takenCalls from './0004_taken_calls.ts';
import * as figures from './0005_figures.ts';
import * as usedPageTokens from './0006_used_page_tokens.ts';
import * as sites from './0007_sites.ts';

/**
 * In order of their names; a migration that has run anywhere is never edited. During an upgrade the version before runs
 * beside this one on the new shape: a migration adds, and what it replaces goes with the next version but one.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_ledger': ledger,
  '0002_under_fault': underFault,
  '0003_marked_since': markedSince,
  '0004_taken_calls': takenCalls,
  '0005_figures': figures,
  '0006_used_page_tokens': usedPageTokens,
  '0007_sites': sites,
};
