import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from './connection.ts';
import { type Loaded, type Order, order } from './load-messages.ts';
import { prepared } from './signed.ts';

/*
 * The load, in a process of its own: told an order, tells when it begins and what became of it. A connection that ends
 * unanswered sends no more: its server is gone.
 */
function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function carryOut(given: Order): Promise<Loaded> {
  const { ports, connections, secret, count, firstTicket, tickets, perSecond, changedAt } = given;
  const requests = Array.from({ length: count }, (_, index) =>
    prepared(firstTicket + (index % tickets), secret, changedAt),
  );
  const [times, accepted]: [number[], number[]] = [[], []];
  let next = 0;
  process.send?.({ begins: true });
  const begun = performance.now();
  const work = async (port: number): Promise<void> => {
    const connection = createConnection(port);
    for (let request = requests[next]; request; request = requests[next]) {
      const dueAt = perSecond === undefined ? 0 : begun + (next / perSecond) * 1_000;
      next += 1;
      if (dueAt > performance.now()) await delay(dueAt - performance.now());
      const sentAt = performance.now();
      const status = await connection.send(request.bytes).catch(() => 0);
      if (status === 0) break;
      times.push(performance.now() - sentAt);
      if (status === 202) accepted.push(request.ticketId);
    }
    connection.end();
  };
  await Promise.all(
    Array.from({ length: connections }, (_, index) => work(ports[index % ports.length] ?? 0)),
  );
  const seconds = (performance.now() - begun) / 1_000;
  return { seconds, p99: percentile(times, 0.99), accepted, others: count - accepted.length };
}

process.on('message', async (message) => {
  process.send?.(await carryOut(order.parse(message)));
});
process.on('disconnect', () => process.exit(0));
