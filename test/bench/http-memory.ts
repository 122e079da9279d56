import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sign } from '../../server/http/signature.ts';
import { createSessions } from '../../server/leads/session.ts';
import { demoDatabase } from '../demo/database.ts';
import { signJwt } from '../sandbox/host/jwt.ts';

/*
 * 100,000 requests of every kind, good and bad, and what they leave in the memory of the service: npm run soak:http.
 * The first part warms up; what the heap has grown by afterwards is the verdict, and the exit code.
 */
const TOTAL = Number(process.argv[2] ?? 100_000);
const WARM = Math.floor(TOTAL / 5);
const AT_ONCE = 20;
const ALLOWED_BYTES = 4 * 1024 * 1024;
const SECRET = 'a-secret-of-the-bench-with-40-letters-..';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function webhook(body: string, secret = SECRET): Sent {
  const timestamp = new Date().toISOString();
  return {
    method: 'POST',
    path: '/webhooks/zendesk',
    headers: {
      'Content-Type': 'application/json',
      'X-Zendesk-Webhook-Signature': sign(secret, timestamp, Buffer.from(body)),
      'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
    },
    body,
  };
}

function ask(path: string, secret = SECRET): Sent {
  const options = { algorithm: 'HS256', secretKey: secret, expiry: 60, claims: { account: 'bench' } };
  return { method: 'GET', path, headers: { Authorization: `Bearer ${signJwt(options, Date.now())}` } };
}

const sessions = createSessions({ account: 'bench', secrets: [SECRET] });
const lead = await sessions.issue({ userId: 1, access: 'lead', startedAt: Date.now() });

function askAsLead(path: string): Sent {
  return { method: 'GET', path, headers: { Authorization: `Bearer ${lead.token}` } };
}

const BIG = 'x'.repeat(300_000);
/** One of each kind in turn; the odd ones are rarer, as their answers end connections. */
function sentAt(index: number): Sent {
  const kinds: readonly (() => Sent)[] = [
    () => webhook(`{"ticket_id":"${1 + (index % 500)}"}`),
    () => webhook('{"ticket_id":"1"}', 'guessed'),
    () => webhook(`{"ticket_id":${'['.repeat(200)}`),
    () => askAsLead('/api/v1/cases?limit=5'),
    () => ask(`/api/v1/cases/${index}`),
    () => askAsLead(`/api/v1/cases?stage=${index}`),
    () => ask('/api/v1/version', 'another-secret-that-is-not-ours-40-chars'),
    () => ({ method: 'GET', path: `/${index}`, headers: {} }),
    () => ({ method: 'GET', path: '/readyz', headers: {} }),
    () => (index % 1_000 === 9 ? webhook(BIG) : webhook(`{"ticket_id":"7","x":"${'y'.repeat(2_000)}"}`)),
  ];
  const kind = kinds[index % kinds.length];
  return kind ? kind() : webhook('{}');
}

async function send(port: number, agent: Agent, { body, ...sent }: Sent): Promise<number> {
  const asked = request({ ...sent, host: '127.0.0.1', port, agent });
  asked.end(body);
  const [response] = await once(asked, 'response');
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

/** Counts the answers by their status; a connection that is closed on an unread body counts as 0. */
async function sendAll(port: number, [from, to]: readonly [number, number]): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const statuses = new Map<number, number>();
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const sent = sentAt(next);
      next += 1;
      const status = await send(port, agent, sent).catch(() => 0);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  agent.destroy();
  return statuses;
}

const memory = z.object({ heapUsed: z.number(), rss: z.number(), external: z.number() });

async function memoryOf(child: ChildProcess): Promise<z.infer<typeof memory>> {
  child.send('memory');
  const [told] = await once(child, 'message');
  return memory.parse(told);
}

async function measure(child: ChildProcess): Promise<boolean> {
  const [told] = await once(child, 'message');
  const { port } = z.object({ port: z.number() }).parse(told);
  await sendAll(port, [0, WARM]);
  const before = await memoryOf(child);
  say(`after ${WARM} requests: heap ${megabytes(before.heapUsed)}, rss ${megabytes(before.rss)}`);
  const statuses = await sendAll(port, [WARM, TOTAL]);
  const after = await memoryOf(child);
  say(`after ${TOTAL} requests: heap ${megabytes(after.heapUsed)}, rss ${megabytes(after.rss)}`);
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  say(`answers ${counted.join(', ')}`);
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  const ours = [...statuses].some(([status]) => status >= 500);
  const flat = grown < ALLOWED_BYTES && !ours;
  say(
    `${flat ? 'flat' : 'NOT FLAT'}: ${megabytes(grown)} more for ${TOTAL - WARM} requests${ours ? '; 5xx answered' : ''}`,
  );
  return flat;
}

const database = await demoDatabase();
const program = fileURLToPath(new URL('./http-server.ts', import.meta.url));
const child = fork(program, [database.url, SECRET], { execArgv: ['--expose-gc'] });
try {
  process.exitCode = (await measure(child)) ? 0 : 1;
} finally {
  child.disconnect();
  await once(child, 'exit');
  await database.drop();
}
