import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClockRecord, EventKind, Policy } from '../../../domain/index.ts';
import type { PromisesServer } from './promises.ts';
import { calendar, policy } from './records.ts';

export interface Answered {
  readonly record: ClockRecord;
  /** Who wrote each event, in their order; the service where not given. */
  readonly authors?: readonly number[];
}

/** ASK4's promise, with leave to move the response once. */
const lenient: Policy = {
  ...policy,
  regimes: policy.regimes.map((regime) => ({
    ...regime,
    duties: regime.duties.map((duty) =>
      duty.id === 'response' && !regime.hardCap
        ? { ...duty, extension: { atMost: { amount: 40, unit: 'working_days' }, times: 1 } }
        : duty,
    ),
  })),
};

const iso = (at: number): string => new Date(at).toISOString();

function payloadOf({ outcome, notes = [] }: ClockRecord, kind: EventKind, at: number): object {
  if (kind === 'responded') return outcome ? { outcome } : {};
  const topic = kind === 'noted' ? notes.find((note) => note.at === at)?.topic : undefined;
  return topic ? { topic } : {};
}

/** What the service would tell of this case. */
function caseAnswer(ticketId: number, { record, authors = [] }: Answered): object {
  const first = record.events[0]?.at;
  return {
    ticketId,
    currentTicketId: ticketId,
    stage: record.stage,
    channel: record.channel,
    category: null,
    flags: record.flags ?? [],
    outcome: record.outcome ?? null,
    policy: record.policy,
    receivedAt: first === undefined ? null : iso(first),
    firstMadeAt: record.firstMadeAt === undefined ? null : iso(record.firstMadeAt),
    closedAt: null,
    marks: [],
    events: record.events.map(({ kind, at }, index) => ({
      kind,
      at: iso(at),
      recordedAt: iso(at),
      auditId: 1000 + index,
      authorId: authors[index] ?? null,
      payload: payloadOf(record, kind, at),
    })),
    lastError: null,
  };
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

export interface AnswersServer extends PromisesServer {
  /** The version that it says it has; undefined where it tells none. */
  setVersion(version: string | undefined): void;
}

/** A service that answers the app from these records, and is out of reach for what is asked of any other ticket. */
export async function startAnswers(cases: ReadonlyMap<number, Answered>): Promise<AnswersServer> {
  let version: string | undefined;
  const answerTo = (path: string): object | undefined => {
    const id = Number(/^\/api\/v1\/cases\/(\d+)$/.exec(path)?.[1]);
    const known = cases.get(id);
    if (known) return caseAnswer(id, known);
    if (path === '/api/v1/version') return version === undefined ? undefined : { version };
    if (path === '/api/v1/policy')
      return { holds: { id: policy.id, version: policy.version }, policies: [lenient] };
    return path === '/api/v1/calendar' ? { data: calendar } : undefined;
  };
  const server = createServer((request, reply) => {
    const answer = answerTo(new URL(request.url ?? '/', 'http://service').pathname);
    reply.writeHead(answer ? 200 : 503, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!isAddress(address)) throw new Error('the server has no port');
  return {
    settings: {
      service_url: `http://127.0.0.1:${address.port}`,
      shared_secret: 'a-secret-for-a-test-only-0123456789',
    },
    setVersion(told) {
      version = told;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
