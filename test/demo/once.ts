import type { Deadline } from '../../domain/deadline.ts';
import type { ClockRecord } from '../../domain/record.ts';
import { decodeRecord } from '../../domain/record-text.ts';
import { type Agent, type AgentTicket, signIn } from './agent.ts';
import type { Demo } from './demo.ts';
import { until } from './until.ts';

/** What the play ends with; due dates are civil dates of the policy's zone. */
export interface OnceResult {
  readonly acknowledgements: number;
  readonly secondsToAcknowledge: number;
  readonly updateDue: string;
  readonly responseDue: string;
  /** API calls of the service for the whole case. */
  readonly apiCalls: number;
}

const TICKET = 101;
const AGENT = 1003;

interface Scene {
  readonly demo: Demo;
  readonly agent: Agent;
  readonly say: (line: string) => void;
}

function recordIn(ticket: AgentTicket, demo: Demo): ClockRecord | undefined {
  const text = ticket.custom_fields.find(({ id }) => id === demo.account.fields.record)?.value;
  const decoded = decodeRecord(typeof text === 'string' ? text : undefined);
  return decoded.ok ? decoded.record : undefined;
}

/** Waits until the ticket's record is as wanted, and gives it. */
function recordWhen(
  { demo, agent }: Scene,
  what: string,
  wanted: (record: ClockRecord, ticket: AgentTicket) => boolean,
): Promise<ClockRecord> {
  return until(what, async () => {
    const ticket = await agent.ticket(TICKET);
    const record = recordIn(ticket, demo);
    return record && wanted(record, ticket) ? record : undefined;
  });
}

function deadlineIn(record: ClockRecord, duty: string): Deadline {
  const deadline = record.deadlines.find((one) => one.duty === duty);
  if (!deadline) throw new Error(`the clock record holds no deadline for "${duty}"`);
  return deadline;
}

async function acknowledgements({ agent, demo }: Scene): Promise<number> {
  const audits = await agent.audits(TICKET);
  const sent = audits.filter(
    (audit) =>
      audit.author_id === demo.account.serviceUserId &&
      audit.events.some((event) => event.type === 'Comment' && event.public === true),
  );
  return sent.length;
}

async function recordAndAcknowledge(scene: Scene): Promise<{ seconds: number; record: ClockRecord }> {
  const { agent, say } = scene;
  await agent.record(TICKET, 'form');
  const tagged = Date.now();
  say(`ticket ${TICKET} recorded as a formal complaint by the agent`);
  const seconds = await until('the acknowledgement', async () =>
    (await acknowledgements(scene)) > 0 ? (Date.now() - tagged) / 1000 : undefined,
  );
  const record = await recordWhen(scene, 'the update deadline', (found) => found.stage === 'acknowledged');
  return { seconds, record };
}

async function letUpdateFallDue(scene: Scene, update: Deadline): Promise<void> {
  const { demo } = scene;
  demo.sandbox.clock.set(update.warnAt + 60_000);
  await recordWhen(scene, 'the due-soon tag', (_, ticket) => ticket.tags.includes('complaint_due_soon'));
  demo.sandbox.clock.set(update.dueAt + 60_000);
  await recordWhen(scene, 'the overdue tag', (_, ticket) => ticket.tags.includes('complaint_overdue'));
}

/** Plays one complaint from its recording to its end by moving the clock. Rejects where a step does not come. */
export async function playOnce(demo: Demo, say: (line: string) => void): Promise<OnceResult> {
  const scene: Scene = { demo, agent: await signIn(demo, AGENT), say };
  const { agent } = scene;
  const before = demo.sandbox.requests().length;
  const { seconds, record } = await recordAndAcknowledge(scene);
  const update = deadlineIn(record, 'update');
  await letUpdateFallDue(scene, update);
  await agent.reply(TICKET, 'status_update', 'complaint_update_sent');
  const updated = await recordWhen(scene, 'the response deadline', (found) => found.stage === 'updated');
  const response = deadlineIn(updated, 'response');
  demo.sandbox.clock.advance(2 * 24 * 3_600_000);
  const outcome = { id: demo.account.fields.outcome, value: 'complaint_outcome_upheld' };
  await agent.reply(TICKET, 'response_upheld', 'complaint_response_sent', {
    status: 'solved',
    custom_fields: [outcome],
  });
  await recordWhen(scene, 'the closing', (found) => found.stage === 'closed');
  const calls = demo.sandbox
    .requests()
    .slice(before)
    .filter((entry) => entry.userId === demo.account.serviceUserId);
  return {
    acknowledgements: await acknowledgements(scene),
    secondsToAcknowledge: Math.round(seconds * 100) / 100,
    updateDue: update.dueDate,
    responseDue: response.dueDate,
    apiCalls: calls.length,
  };
}
