import { type Kysely, sql } from 'kysely';

/**
 * What the leads' figures are counted from and by. What the ledger has already is filled in; ratings and what waits for
 * post are known from the next look at a case.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column next_due_date date,
      add column by_post boolean not null default false,
      add column rating text`.execute(db);
  await sql`alter table deadlines add column delay_reason text`.execute(db);
  await sql`
    update cases set next_due_date = deadlines.due_date from deadlines
    where deadlines.ticket_id = cases.ticket_id and next_duty = regime || '.' || duty`.execute(db);
  // The latest reason that counts; one that names no regime is meant for the duty of any.
  await sql`
    update deadlines set delay_reason = (
      select e.payload ->> 'code' from case_events e
      where e.ticket_id = deadlines.ticket_id and e.kind = 'noted' and e.payload ->> 'topic' = 'delay'
        and e.payload ->> 'duty' = deadlines.duty
        and coalesce(e.payload ->> 'regime', deadlines.regime) = deadlines.regime
        and not jsonb_exists_any(e.payload, array['refused', 'void', 'corrected_by'])
      order by e.position desc limit 1)
    where exists (
      select from case_events e
      where e.ticket_id = deadlines.ticket_id and e.kind = 'noted' and e.payload ->> 'topic' = 'delay')`.execute(
    db,
  );
  await sql`create index cases_received on cases (received_at) include (category)`.execute(db);
  await sql`create index cases_closed on cases (closed_at) where closed_at is not null`.execute(db);
  await sql`
    create index cases_needs_person on cases (ticket_id)
    where (closed_at is null and (marks <> '{}' or lost_at is not null)) or 'event_refused' = any(marks)`.execute(
    db,
  );
  // The register's own order, as it is asked for.
  await sql`
    create index cases_register on cases (coalesce(next_due_at, 'infinity'::timestamptz), ticket_id)`.execute(
    db,
  );
  await sql`create index case_events_kind_happened on case_events (kind, at)`.execute(db);
  // With all that is counted month by month, so that twelve months are read from the index alone.
  await sql`
    create index deadlines_due_date on deadlines (due_date)
    include (ticket_id, regime, duty, due_at, done_at, waived, projected)`.execute(db);
  await sql`
    create table cause_actions (
      id bigint generated always as identity primary key,
      category text not null,
      what text not null,
      owner_id bigint not null,
      due_date date not null,
      created_at timestamptz not null,
      done_at timestamptz
    )`.execute(db);
}
