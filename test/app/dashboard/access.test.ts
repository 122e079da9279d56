import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Service, startService } from '../../../server/start.ts';
import { createPrepare } from '../../../server/start-up/prepare.ts';
import { expectAccessible } from '../support/axe.ts';
import { type Board, people, startBoard } from './support/board.ts';
import { NOW, openCases, wholeCase } from './support/history.ts';
import { figure } from './support/places.ts';

const LEADS = 502;
const open = openCases();

let board: Board;
let again: Service | undefined;
beforeAll(async () => {
  board = await startBoard({
    now: NOW,
    cases: open.map(wholeCase),
    settings: { LEAD_GROUPS: String(LEADS) },
  });
});
afterEach(() => board.closePages());
afterAll(async () => {
  await again?.stop();
  await board.stop();
});

/** As an admin does in the account's own pages. */
async function leaveGroup(userId: number): Promise<void> {
  const session = await fetch(`${board.demo.sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: people.lead }),
  });
  const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]);
  const call = async (path: string, method = 'GET'): Promise<Response> => {
    const headers = { cookie: cookie.join('; ') };
    const reply = await fetch(`${board.demo.sandbox.url}/api/v2/${path}`, { method, headers });
    if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}`);
    return reply;
  };
  const { group_memberships: memberships } = await (await call(`users/${userId}/group_memberships`)).json();
  for (const { id, group_id: group } of memberships)
    if (group === LEADS) await call(`group_memberships/${id}`, 'DELETE');
}

test('a session that is over leaves nothing but how to go on', async () => {
  const { page, board: frame } = await board.open({ as: people.lead });
  await figure(frame, 'Overdue').waitFor();
  // As after twelve hours, or with another secret: the service believes the session no more.
  await page.route(/\/api\/v1\//, (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer no-session' } }),
  );
  await frame.evaluate(() => {
    window.location.hash = '#register';
  });
  await frame.getByRole('alert').getByText('Your session has ended. Reload Zendesk').waitFor();
  await expect.poll(() => frame.getByRole('tab').count()).toBe(0);
  await expect.poll(() => frame.getByRole('table').count()).toBe(0);
  await expectAccessible(frame);
});

test('a new process takes over: who leads no more is out of the running page, and sees the page of an agent when it is opened again', async () => {
  const { page, board: frame } = await board.open({
    as: people.german,
    at: '#register?open=true',
    locale: 'de',
    colorScheme: 'dark',
  });
  await frame.getByText(`${open.length} Beschwerden`, { exact: true }).waitFor();
  await leaveGroup(people.german);
  // A new process has asked Zendesk nothing yet; its sessions are those of the one before.
  await board.demo.service.stop();
  const { config, sandbox } = board.demo;
  const log = pino({ level: 'silent' });
  const prepare = createPrepare();
  let letStart = (): void => {};
  const mayStart = new Promise<void>((resolve) => {
    letStart = resolve;
  });
  const starting = startService({
    ...{ config, log, clock: sandbox.clock },
    prepare: async (parts) => {
      await mayStart;
      return prepare(parts);
    },
  });
  // Who opens the page while the service starts is told so, and has it once it is there.
  const early = await board.open({ as: people.lead });
  await early.board.getByText('The service is starting. This page opens by itself').waitFor();
  await expectAccessible(early.board);
  letStart();
  again = await starting;
  await figure(early.board, 'Overdue').waitFor();

  await page.clock.setFixedTime(Date.now() + 13 * 60_000);
  await frame.getByRole('tab', { name: 'Überblick' }).click();
  await frame.getByRole('alert').getByText('Kein Zugang mehr').waitFor();
  await expect.poll(() => frame.getByRole('table').count()).toBe(0);
  await expectAccessible(frame);
  const reopened = await board.open({ as: people.german, locale: 'de' });
  await reopened.board.getByLabel('Ticketnummer').waitFor();
  expect(await reopened.board.getByRole('tab').count()).toBe(0);
});
