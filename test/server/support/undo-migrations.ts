import pg from 'pg';
import { migrations } from '../../../server/ledger/migrations/index.ts';

/** What takes each migration back, as a version before it would have left the database. */
const UNDO: Readonly<Record<string, readonly string[]>> = {
  '0003_marked_since': ['alter table cases drop column marked_since'],
  '0004_taken_calls': ['drop table taken_calls, told_limits'],
  '0005_figures': [
    'drop table cause_actions',
    'drop index case_events_kind_happened, deadlines_due_date, cases_received, cases_closed, cases_needs_person, cases_register',
    'alter table cases drop column next_due_date, drop column by_post, drop column rating',
    'alter table deadlines drop column delay_reason',
  ],
  '0006_used_page_tokens': ['drop table used_page_tokens'],
  '0007_sites': ['drop index cases_organization'],
};

/** Takes back every migration after the one named. @throws Error where nobody has written how one is taken back */
export async function undoMigrations(databaseUrl: string, after: string): Promise<void> {
  const newer = Object.keys(migrations).filter((name) => name > after);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const name of newer.toSorted().toReversed()) {
      const statements = UNDO[name];
      if (!statements)
        throw new Error(`write in test/server/support/undo-migrations.ts how ${name} is undone`);
      for (const statement of statements) await client.query(statement);
      await client.query('delete from kysely_migration where name = $1', [name]);
    }
  } finally {
    await client.end();
  }
}
