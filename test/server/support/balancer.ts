import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { serve } from '../../../server/http/serve.ts';

/** Stands in front of several processes, as docs/deploy/proxy.md has a proxy set up. */
export interface Balancer {
  readonly url: string;
  /** How many requests this process has answered well. */
  servedBy(port: number): number;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function read(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

/**
 * Connections are kept, a request that meets a broken one or is answered 503 goes to the next process, and a process
 * that failed gets nothing until its /readyz says that it is there.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const down = new Set<number>();
  const served = new Map<number, number>();
  let turn = 0;

  async function ask(port: number, incoming: IncomingMessage, body: string): Promise<Answer> {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent });
    outgoing.end(body);
    const [answer]: IncomingMessage[] = await once(outgoing, 'response');
    if (!answer) throw new Error('no answer');
    return { status: answer.statusCode ?? 0, body: await read(answer) };
  }

  const probes = new Set<number>();
  async function probe(port: number): Promise<void> {
    if (probes.has(port)) return;
    probes.add(port);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) down.delete(port);
    probes.delete(port);
  }

  async function pass(incoming: IncomingMessage, body: string): Promise<Answer> {
    for (const port of down) void probe(port);
    turn += 1;
    const inTurn = ports.map((_, index) => ports[(index + turn) % ports.length] ?? 0);
    for (const port of [...inTurn.filter((one) => !down.has(one)), ...inTurn]) {
      const answer = await ask(port, incoming, body).catch(() => undefined);
      if (answer && answer.status !== 503) {
        served.set(port, (served.get(port) ?? 0) + 1);
        return answer;
      }
      down.add(port);
    }
    return { status: 502, body: '' };
  }

  const { port, close } = await serve(
    async (incoming, outgoing) => {
      const { status, body } = await pass(incoming, await read(incoming));
      outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    },
    { port: 0, host: '127.0.0.1' },
  );
  return {
    url: `http://127.0.0.1:${port}`,
    servedBy: (one) => served.get(one) ?? 0,
    stop: async () => {
      agent.destroy();
      await close(1_000);
    },
  };
}
