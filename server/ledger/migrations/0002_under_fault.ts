import { type Kysely, sql } from 'kysely';

/** What is needed to lose nothing while things fail: looks that gave up, background looks, tombstones, processes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table cases
      add column ticket_updated_at timestamptz,
      add column current_ticket_id bigint,
      add column first_made_at timestamptz,
      add column flags text[] not null default '{}',
      add column category text,
      add column organization_id bigint,
      add column form_id bigint,
      add column lost_at timestamptz,
      add column lost_why text`.execute(db);
  await sql`update cases set current_ticket_id = ticket_id`.execute(db);
  await sql`alter table cases alter column current_ticket_id set not null`.execute(db);
  await sql`create index cases_current_ticket on cases (current_ticket_id)`.execute(db);
  await sql`
    alter table wakes
      add column background boolean not null default false,
      add column gave_up_at timestamptz,
      add column error_code text,
      add column correlation text`.execute(db);
  await sql`create index wakes_gave_up on wakes (gave_up_at) where gave_up_at is not null`.execute(db);
  await sql`
    create table tombstones (
      ticket_id bigint primary key,
      erased_at timestamptz not null,
      why text not null
    )`.execute(db);
  // The ticket as the last look that settled saw it: its own stamp, and when it was asked for by our clock.
  await sql`alter table wakes add column seen_stamp timestamptz, add column seen_at timestamptz`.execute(db);
  await sql`
    create table runs (
      name text primary key,
      due_at timestamptz,
      held_by uuid,
      held_until timestamptz,
      finished_at timestamptz,
      state jsonb not null default '{}'
    )`.execute(db);
  await sql`
    create table rebuild (
      ticket_id bigint primary key,
      generation integer not null,
      created_at timestamptz not null,
      done_at timestamptz
    )`.execute(db);
  await sql`
    create table processes (
      id uuid primary key,
      seen_at timestamptz not null,
      calls integer not null
    )`.execute(db);
  await sql`
    create table send_slots (
      ticket_id bigint primary key,
      requester_id bigint not null,
      at timestamptz not null
    )`.execute(db);
}
