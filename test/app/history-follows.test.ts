import { afterAll, beforeAll, test } from 'vitest';
import { type Answered, type AnswersServer, startAnswers } from './support/answers.ts';
import { at, recordOf } from './support/records.ts';
import { type Stage, startStage } from './support/stage.ts';

const TICKET = 871;
const events = [
  { kind: 'received', on: '2026-03-31T15:22:00Z', channel: 'form' },
  { kind: 'acknowledged', on: '2026-04-01T07:14:00Z' },
  { kind: 'noted', on: '2026-04-09T08:00:00Z', topic: 'delay', regime: 'ask4', duty: 'update' },
] as const;
const passed = { kind: 'noted', on: '2026-04-09T08:00:20Z', topic: 'guard_passed' } as const;
const delay = { topic: 'delay', at: at(events[2].on), regime: 'ask4', duty: 'update' } as const;

const behind = { ...recordOf(...events), notes: [delay] };
const record = {
  ...recordOf(...events, passed),
  notes: [delay, { topic: 'guard_passed', at: at(passed.on), code: 'open_duty' }] as const,
};

/** The service's ledger follows the ticket by a moment: what it is asked for first does not know of the last note yet. */
function followingLedger(): ReadonlyMap<number, Answered> {
  let asked = 0;
  return Object.assign(new Map<number, Answered>(), {
    get: () => {
      asked += 1;
      return { record: asked <= 3 ? behind : record };
    },
  });
}

let service: AnswersServer;
let stage: Stage;
beforeAll(async () => {
  service = await startAnswers(followingLedger());
  stage = await startStage([{ id: TICKET, record }], { settings: service.settings });
});
afterAll(async () => {
  await stage.stop();
  await service.stop();
});

test('what was noted last comes into the history, though another note was made in the same minute', async () => {
  const { sidebar } = await stage.open(TICKET);
  await sidebar.getByRole('button', { name: /^History/ }).click();
  const history = sidebar.getByRole('list', { name: 'History' });
  await history.getByText('Reason for the delay noted').waitFor();
  await history.getByText('Saved despite a warning').waitFor();
});
