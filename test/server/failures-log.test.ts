import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../server/log.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

const WORDS = 'My cellar is flooded, call Ms Featherstonehaugh on 07700 900123';
const NAME = 'Wilhelmina Featherstonehaugh';

let world: World;
const lines: string[] = [];

beforeAll(async () => {
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  world = await startWorld({ LOG_LEVEL: 'trace' }, log);
});
afterAll(() => world.stop());

/** Everything that can be said about a ticket by whoever fails over it. */
const loud = JSON.stringify({
  error: 'RecordInvalid',
  description: WORDS,
  details: { base: [{ description: `${NAME} <w@mail.example>: ${WORDS}` }] },
});

async function whileAnswered(status: number, body: string, work: () => Promise<void>): Promise<void> {
  const off = world.demo.sandbox.faults.add(({ path }) =>
    /\/macros\/\d+\/apply/.test(path) ? { status, body } : undefined,
  );
  await work();
  off();
}

test('a busy service logs no text, name or address of anybody, and no secret', async () => {
  const { tom, priya, demo } = world;
  await world.acknowledged({ subject: WORDS });
  const customer = await world.customer({ name: NAME });
  const id = await world.mail(customer);
  await tom.change(id, { comment: { body: WORDS, public: true } });
  const failed = async (): Promise<number> =>
    Number((await world.sql('select attempts from wakes where ticket_id = $1', [id]))[0]?.attempts ?? 0);
  await whileAnswered(422, loud, async () => {
    await world.record(id, { reason: WORDS });
    await expect.poll(failed).toBeGreaterThan(0);
  });
  await whileAnswered(200, `{"ticket": {"subject": "${WORDS}", "requester_id": "${NAME}"`, async () => {
    await demo.service.ledger.wake([{ ticketId: id, at: demo.sandbox.clock.now() }]);
    await expect.poll(failed).toBeGreaterThan(1);
  });
  demo.sandbox.clock.advance(12 * 3_600_000);
  await expect.poll(failed).toBe(0);
  const refused = { 'content-type': 'application/json', 'x-zendesk-webhook-signature': 'x' };
  const body = JSON.stringify({ ticket_id: WORDS, name: NAME });
  await fetch(`${demo.service.url}/webhooks/zendesk`, { method: 'POST', headers: refused, body });
  await priya.call('DELETE', `tickets/${id}`);
  await world.lookAgain(await world.acknowledged());

  const all = lines.join('');
  expect(lines.length).toBeGreaterThan(20);
  expect(all).toContain('ticket updated');
  expect(all).toContain('look failed');
  const people = ['Featherstonehaugh', 'Customer Number', '@mail.example', '@ask4.example', 'Priya', 'Tom '];
  const texts = ['cellar', '07700 900', 'A complaint', 'It does not work', 'formal complaint'];
  const secrets = [demo.sandbox.clientSecret, demo.account.signingSecret, 'Bearer'];
  for (const never of [...people, ...texts, ...secrets]) expect(all).not.toContain(never);
});

test('each line of a look, up to its update, is found by the id of the webhook that led to it', async () => {
  lines.length = 0;
  const id = await world.acknowledged();
  const told = lines.map((line): Record<string, unknown> => JSON.parse(line));
  const accepted = told.filter(({ msg, ticketId }) => msg === 'webhook accepted' && ticketId === id);
  const updated = told.find(({ msg, ticketId }) => msg === 'ticket updated' && ticketId === id);
  expect(updated?.correlation).toBeDefined();
  expect(accepted.map(({ correlation }) => correlation)).toContain(updated?.correlation);
});

test('what is logged by mistake is not written', () => {
  const written: string[] = [];
  const log = createLog('trace', { write: (line) => void written.push(line) });
  log.info(
    { headers: { authorization: 'Bearer abc' }, clientSecret: 'abc', ticket: { subject: WORDS } },
    'x',
  );
  log.error({ err: Object.assign(new SyntaxError(WORDS), { body: WORDS }) }, 'y');
  expect(written.join('')).not.toMatch(/abc|cellar/);
  expect(written.join('')).toContain('SyntaxError');
});
