import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../../server/cli/cases-arguments.ts';
import { cases as command } from '../../../server/cli/cases-command.ts';
import { CASES_COMMANDS } from '../../../server/cli/cases-commands.ts';
import type { CommandParts } from '../../../server/cli/command-parts.ts';
import { UsageError } from '../../../server/command/usage-error.ts';
import { until } from '../../demo/until.ts';
import { runProgram } from '../../support/process.ts';
import { settledMerge } from '../reconcile/support/merge.ts';
import { startWorld, type World } from '../reconcile/support/world.ts';
import { captured, partsBeside } from './support/parts.ts';
import { run } from './support/run.ts';

let world: World;
let parts: CommandParts;

beforeAll(async () => {
  world = await startWorld();
  parts = await partsBeside(world);
});
afterAll(async () => {
  await parts.close();
  await world.stop();
});

/** Runs a command line; `answer`: what the person at the terminal says, if there is one. */
async function cases(line: string, answer?: boolean) {
  const asked = readArguments(line.split(' '));
  const { output, printed, told } = captured();
  const asking: string[] = [];
  const ask = async (question: string) => {
    asking.push(question);
    return answer;
  };
  const io = { ...output, ask, signal: new AbortController().signal };
  const code = await CASES_COMMANDS[asked.command](asked, parts, io);
  return { code, text: printed.join('\n'), told: told.join('\n'), asking };
}
const json = async (line: string) => JSON.parse((await cases(`${line} --json`)).text);

describe('what is asked the wrong way is refused with what to do', () => {
  test.each([
    ['', 'is none of'],
    ['lsit', '"lsit" is none of list, show, retry'],
    ['show', 'Say which ticket: show 12345'],
    ['show abc', '"abc" is no ticket\'s number'],
    ['show 1 2', 'One ticket at a time'],
    ['retry', 'Say which ticket: retry 12345'],
    ['retry 7 --all', 'but not both'],
    ['list 7', 'list takes no "7"'],
    ['list --dry-run', 'list knows no --dry-run'],
    ['preview --yes', 'preview knows no --yes'],
    ['show 7 --out x.zip', 'show knows no --out'],
    ['file 7 --language fr', '--language takes en or de'],
    ['list --frobnicate', '--frobnicate'],
  ])('%s', (line, message) => {
    expect(() => readArguments(line.split(' '))).toThrow(UsageError);
    expect(() => readArguments(line.split(' '))).toThrow(message);
  });

  test('it ends with 2, and says which settings are missing', async () => {
    const wrong = await run(command, ['shwo']);
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('npm run -s cases -- <command>');
    const unset = await runProgram(['server/cli/cases.ts', 'list']);
    expect(unset).toMatchObject({ code: 2, out: '' });
    expect(unset.err).toContain('ZENDESK_URL is not set');
  });
});

describe('list and show', () => {
  test('the open cases, and one with its history, dates and next look', async () => {
    const id = await world.acknowledged();
    const over = await world.acknowledged();
    const withdrawn = {
      metadata: { complaint: { event: 'withdrawn' } },
      comment: { body: 'No.', public: false },
    };
    await world.tom.change(over, withdrawn);
    await world.settled(over);
    const open = await cases('list');
    expect(open.text).toMatch(new RegExp(`^${id} +acknowledged +2026-04-02 .*ask4\\.update`, 'm'));
    expect(open.text).not.toMatch(new RegExp(`^${over} `, 'm'));
    expect((await cases('list --all')).text).toMatch(new RegExp(`^${over} +ended`, 'm'));
    expect(await json('list --all')).toContainEqual(
      expect.objectContaining({ ticketId: id, receivedAt: expect.stringMatching(/^2026-04-02T09:/) }),
    );
    const shown = await cases(`show ${id}`);
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.text).toMatch(/acknowledged \(audit \d+\)/);
    expect(shown.text).toMatch(/ask4\.update: due 2026-04-09 23:00Z/);
    expect(await cases('show 987654')).toMatchObject({ code: 1, text: expect.stringContaining('no case') });
  });
});

describe('retry', () => {
  test('a ticket whose looks were given up is looked at again, and its failure is shown until then', async () => {
    const { sandbox, account } = world.demo;
    const id = await world.acknowledged();
    onTestFinished(() => sandbox.faults.clear());
    sandbox.faults.add(({ method, path }) =>
      method === 'GET' && path.includes(`/tickets/${id}`)
        ? { status: 403, body: '{"error":{"title":"Forbidden"}}' }
        : undefined,
    );
    await parts.ledger.wake([{ ticketId: id, at: sandbox.clock.now() }]);
    await until('it is given up', async () => {
      sandbox.clock.advance(20_000);
      return (await parts.ledger.failedLooks()).find((one) => one.ticketId === id);
    });
    const shown = await cases(`show ${id}`);
    expect(shown.text).toContain('forbidden');
    expect(shown.text).toContain('may not read or change this ticket');
    expect((await cases('list')).text).toMatch(new RegExp(`a person must help:[^]*\\n${id} +forbidden`));
    sandbox.faults.clear();
    const before = sandbox.requests().length;
    expect(await json('retry --all')).toEqual({ woken: expect.arrayContaining([id]) });
    await until('it is looked at', async () =>
      sandbox
        .requests()
        .slice(before)
        .find((one) => one.userId === account.serviceUserId && one.path.includes(`/tickets/${id}`)),
    );
    await until('the failure is gone', async () =>
      (await parts.ledger.failedLooks()).length === 0 ? true : undefined,
    );
    expect((await cases('retry --all')).text).toContain('No look has failed');
    expect((await cases(`retry ${id}`)).text).toContain(String(id));
  });
});

describe('export and erase', () => {
  test('all that ledger and Zendesk hold, and then no more of it', async () => {
    const id = await world.acknowledged();
    const exported = await cases(`export ${id}`);
    const all = JSON.parse(exported.text);
    expect(all.ledger.case.row).toMatchObject({ ticketId: id, stage: 'acknowledged' });
    expect(JSON.stringify(all.zendesk)).toContain('It does not work.');
    expect(all.zendesk.requester.user.email).toMatch(/@mail\.example$/);
    expect(exported.told).toContain('personal data');

    await expect(cases(`erase ${id}`)).rejects.toThrow('add --yes');
    expect(await cases(`erase ${id}`, false)).toMatchObject({ code: 1 });
    expect(await parts.ledger.readCase(id)).toBeDefined();
    const erased = await cases(`erase ${id}`, true);
    expect(erased.asking[0]).toContain('is OPEN');
    expect(erased.text).toContain(`Erased: the case of ticket ${id}`);
    expect(erased.text).toContain('delete it for good');
    expect(await parts.ledger.readCase(id)).toBeUndefined();
    expect(await parts.ledger.isTombstoned(id)).toBe(true);
    expect(await world.sql('select * from case_events where ticket_id = $1', [id])).toEqual([]);
  });

  test('an erased case stays erased, whatever happens on its ticket', async () => {
    const id = await world.acknowledged();
    await cases(`erase ${id} --yes`);
    const written = world.puts(id).length;
    await world.tom.change(id, { comment: { body: 'More.', public: true }, add: ['complaint_update_sent'] });
    await world.settled(id);
    world.demo.sandbox.clock.advance(6 * 60_000);
    await world.lookAgain(id);
    expect(await parts.ledger.readCase(id)).toBeUndefined();
    expect(world.puts(id)).toHaveLength(written);
  });
});

describe('a case that was merged', () => {
  test('is exported and erased with all its tickets, also those in between', async () => {
    const customer = await world.customer();
    const home = await world.mail(customer);
    await world.record(home);
    await world.settled(home);
    const survivor = await world.mail(customer);
    await settledMerge(world, home, survivor);
    await world.tom.change(survivor, { status: 'closed' });
    const next = await world.mail(customer, survivor);
    await world.settled(next);
    const exported = JSON.parse((await cases(`export ${home}`)).text);
    const ids = exported.zendesk.tickets.map(({ id }: { id: number }) => id);
    expect(ids.sort()).toEqual([home, survivor, next]);
    expect(JSON.parse((await cases(`erase ${home} --yes --json`)).text).tickets.sort()).toEqual(ids);
    await world.lookAgain(next);
    expect(await world.sql('select * from cases where ticket_id = any($1)', [ids])).toEqual([]);
  });

  test('is erased without the other complaint on its ticket, which goes on', async () => {
    const customer = await world.customer();
    const older = await world.mail(customer);
    await world.record(older);
    world.demo.sandbox.clock.advance(60_000);
    const younger = await world.mail(customer);
    await world.record(younger);
    for (const id of [older, younger]) await world.settled(id);
    await settledMerge(world, older, younger);
    expect((await cases(`erase ${older} --yes`)).told).toContain(
      `the cases of ${younger} as well, which stay`,
    );
    const ticket = await world.settled(younger);
    const kept = await parts.ledger.readCase(younger);
    expect(kept?.row).toMatchObject({ stage: 'acknowledged', marks: [] });
    expect(world.recordOf(ticket).events[0]?.at).toBe(kept?.row.receivedAt);
    expect(await parts.ledger.readCase(older)).toBeUndefined();
  });
});

describe('a follow-up of an erased case', () => {
  test('is left alone as well, and brings nothing back', async () => {
    const customer = await world.customer();
    const home = await world.mail(customer);
    await world.record(home);
    await world.settled(home);
    await world.tom.change(home, { status: 'solved' });
    await world.tom.change(home, { status: 'closed' });
    await world.settled(home);
    await cases(`erase ${home} --yes`);
    const next = await world.mail(customer, home);
    expect(next).not.toBe(home);
    await world.settled(next);
    await world.lookAgain(next);
    expect(await parts.ledger.readCase(home)).toBeUndefined();
    expect(await world.updates(next)).toEqual([]);
  });
});

describe('preview', () => {
  /** The command acts as the service's user; its own token is all that it may ask for. */
  const writes = () => {
    const { sandbox, account } = world.demo;
    return sandbox
      .requests()
      .filter(({ method, userId }) => method !== 'GET' && userId === account.serviceUserId);
  };

  beforeEach(() => world.demo.service.stop());

  test('says what would be sent to whom, what is held and why, and writes nothing', async () => {
    const customer = await world.customer();
    const sent = await world.mail(customer);
    await world.record(sent);
    const suspended = await world.customer({ suspended: true });
    const held = await world.tom.file({
      subject: 'A complaint',
      comment: { body: 'It does not work.' },
      requester_id: suspended.id,
      tags: ['formal_complaint'],
    });
    const noAddress = await world.customer({ email: null });
    const post = await world.tom.file({
      subject: 'A letter',
      comment: { body: 'It does not work.' },
      requester_id: noAddress.id,
      tags: ['formal_complaint'],
    });
    const phoned = await world.letter();
    await world.record(phoned, { channel: 'phone' });
    const capped = [];
    for (let count = 0; count < 4; count += 1) {
      const id = await world.mail(customer);
      await world.record(id);
      capped.push(id);
    }
    const written = writes().length;
    const { totals, tickets } = await json('preview');
    const of = (id: number) => tickets.find((one: { ticketId: number }) => one.ticketId === id);
    expect(of(sent).sending).toEqual({ kind: 'send', to: customer.email });
    expect(of(sent).fields).toMatchObject({
      stage: 'complaint_stage_acknowledged',
      update_due: '2026-04-09',
    });
    expect(of(sent).tagsAdded).toEqual(
      expect.arrayContaining(['complaint_ack_sent', 'complaint_stage_acknowledged']),
    );
    expect(of(held).sending).toEqual({ kind: 'held', why: 'suspended' });
    expect(of(held)).toMatchObject({ marks: ['suspended'], notes: expect.arrayContaining(['needs_person']) });
    expect(of(post).sending).toEqual({ kind: 'by_post' });
    expect(of(phoned).sending).toEqual({ kind: 'nothing', why: 'channel_refused' });
    // Three a day to one requester: those that this preview would send count too.
    const [, second = 0, third = 0] = capped;
    expect(of(second).sending.kind).toBe('send');
    expect(of(third).sending).toEqual({ kind: 'held', why: 'requester_cap' });
    const own = [sent, held, post, phoned, ...capped].map((id) => of(id).sending);
    const sum = Object.groupBy(own, ({ kind, why }) => (why ? `${kind}: ${why}` : kind));
    const sums = Object.entries(sum).map(([name, all = []]) => [name, all.length]);
    expect(Object.fromEntries(sums)).toEqual({
      send: 3,
      by_post: 1,
      'held: suspended': 1,
      'held: requester_cap': 2,
      'nothing: channel_refused': 1,
    });
    // All that nobody has acknowledged, whichever test has recorded it.
    for (const [name, count] of sums)
      expect(totals.sendings[name ?? '']).toBeGreaterThanOrEqual(Number(count));
    expect(writes().slice(written)).toEqual([]);
    const text = (await cases('preview')).text;
    expect(text).toMatch(new RegExp(`ticket ${sent} .*send to ${customer.email}`));
    expect(text).toContain('Nothing was sent or written.');
    expect(writes()).toHaveLength(written);
  });

  test('what was recorded before the service goes live is taken in silently', async () => {
    const live = await partsBeside(world, { env: { LIVE_SINCE: '2026-04-03T00:00:00Z' } });
    const { output, printed } = captured();
    const io = { ...output, ask: async () => undefined, signal: new AbortController().signal };
    await CASES_COMMANDS.preview(readArguments(['preview', '--json']), live, io);
    await live.close();
    const { totals } = JSON.parse(printed[0] ?? '');
    expect(totals.sendings.send).toBeUndefined();
    expect(totals.sendings['nothing: before_live_since']).toBeGreaterThan(5);
  });
});
