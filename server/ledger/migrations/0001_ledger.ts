import { type Kysely, sql } from 'kysely';

/** The read model of all cases, the wakes, and the few things the service must remember about itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cases (
      ticket_id bigint primary key,
      stage text not null,
      channel text,
      policy_id text not null,
      policy_version text not null,
      outcome text,
      received_at timestamptz not null,
      closed_at timestamptz,
      next_due_at timestamptz,
      next_duty text,
      next_look_at timestamptz,
      requester_id bigint not null,
      assignee_id bigint,
      group_id bigint,
      brand_id bigint,
      marks text[] not null default '{}',
      updated_at timestamptz not null
    )`.execute(db);
  await sql`create index cases_next_due on cases (next_due_at) where closed_at is null`.execute(db);
  await sql`create index cases_requester on cases (requester_id)`.execute(db);
  await sql`
    create table case_events (
      ticket_id bigint not null references cases on delete cascade,
      position integer not null,
      audit_id bigint not null,
      kind text not null,
      at timestamptz not null,
      recorded_at timestamptz not null,
      author_id bigint,
      payload jsonb not null default '{}',
      primary key (ticket_id, position)
    )`.execute(db);
  await sql`create index case_events_kind_at on case_events (kind, recorded_at)`.execute(db);
  await sql`
    create table deadlines (
      ticket_id bigint not null references cases on delete cascade,
      regime text not null,
      duty text not null,
      anchor_at timestamptz not null,
      projected boolean not null,
      due_at timestamptz not null,
      due_date date not null,
      warn_at timestamptz not null,
      done_at timestamptz,
      waived text,
      primary key (ticket_id, regime, duty)
    )`.execute(db);
  await sql`create index deadlines_due on deadlines (due_at) where done_at is null and waived is null`.execute(
    db,
  );
  await sql`
    create table wakes (
      ticket_id bigint primary key,
      wake_at timestamptz,
      seq bigint not null default 1,
      attempts integer not null default 0,
      changed_at timestamptz,
      quiet_until timestamptz,
      last_error text
    )`.execute(db);
  await sql`create index wakes_wake_at on wakes (wake_at) where wake_at is not null`.execute(db);
  await sql`create table settings (key text primary key, value text not null)`.execute(db);
}
