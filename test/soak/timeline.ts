import { PRIYA } from '../server/reconcile/support/people.ts';
import { signInAs } from '../server/reconcile/support/person.ts';
import type { Finding } from './audit.ts';
import type { House } from './house.ts';
import type { Played } from './play.ts';
import type { Told } from './told.ts';

export interface TimelineOptions {
  readonly house: House;
  readonly played: Played;
  readonly linesOf: (ticketId: number) => readonly string[];
  readonly say: (line: string) => void;
}

interface Line {
  readonly at: number;
  readonly text: string;
}

const MINUTE = 60_000;

async function auditLines({ sandbox }: House, ticketId: number): Promise<Line[]> {
  const priya = await signInAs(sandbox.url, PRIYA);
  return (await priya.audits(ticketId)).map(({ id, author_id, created_at, events, metadata }) => ({
    at: Date.parse(created_at),
    text: `ticket ${ticketId} audit ${id} by ${author_id}: ${events
      .map((one) => {
        if (one.type === 'Comment') return one.public === true ? 'says' : 'notes';
        if (one.type !== 'Change' && one.type !== 'Create') return one.type;
        const [from, to] = [one.previous_value, one.value].map((value) =>
          JSON.stringify(value ?? null).slice(0, 90),
        );
        return `${String(one.field_name)} ${from} > ${to}`;
      })
      .join('; ')} ${JSON.stringify(metadata.custom ?? {})}`,
  }));
}

function accountLines({ sandbox }: House, ticketId: number): Line[] {
  const calls = sandbox
    .requests()
    .filter(({ path }) => new RegExp(`/tickets/${ticketId}\\b`).test(path))
    .map(({ at, method, path, status, userId }) => ({
      at: Date.parse(at),
      text: `${method} ${path} by ${userId}: ${status}`,
    }));
  const mails = sandbox
    .mails()
    .filter((one) => one.ticketId === ticketId)
    .map(({ at, to }) => ({ at: Date.parse(at), text: `mail to ${to}` }));
  const deliveries = sandbox.deliveries().filter((one) => one.ticketId === ticketId);
  return [
    ...calls,
    ...mails,
    ...deliveries.map(({ accountAt, state, attempts }) => ({
      at: Date.parse(accountAt),
      text: `webhook: ${state} after ${attempts.length}`,
    })),
  ];
}

async function tellStory(told: Told, { house, played, linesOf, say }: TimelineOptions): Promise<void> {
  const { story, tickets, ...rest } = told;
  say(`  ${JSON.stringify(rest)}`);
  for (const { at, ...deed } of story.deeds)
    say(`  ${new Date(at).toISOString()} planned ${JSON.stringify(deed)}`);
  const lines: Line[] = [];
  for (const id of tickets) lines.push(...(await auditLines(house, id)), ...accountLines(house, id));
  const faults = played.log.filter(({ at }) => lines.some((one) => Math.abs(one.at - at) < 15 * MINUTE));
  lines.push(...faults.map(({ at, what }) => ({ at, text: `fault: ${what}` })));
  for (const { at, text } of lines.sort((a, b) => a.at - b.at))
    say(`  ${new Date(at).toISOString()} ${text}`);
  for (const id of tickets) for (const line of linesOf(id).slice(-40)) say(`  log ${line.slice(0, 400)}`);
}

/** Stories told in full; the others only with what is wrong. */
const MOST_STORIES = 10;

/** Prints what is wrong, complaint by complaint, with all that touched its tickets. */
export async function tellFindings(findings: readonly Finding[], options: TimelineOptions): Promise<void> {
  let stories = 0;
  for (const told of new Set(findings.map((one) => one.told))) {
    options.say(`\ncomplaint ${told.story.number}, ticket ${told.tickets.join(', ')}`);
    for (const { kind, what } of findings.filter((one) => one.told === told))
      options.say(`${kind.toUpperCase()}: ${what}`);
    stories += 1;
    if (stories <= MOST_STORIES) await tellStory(told, options);
  }
}
