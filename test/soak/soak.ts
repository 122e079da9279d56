import { Writable } from 'node:stream';
import { pino } from 'pino';
import { z } from 'zod';
import type { DemoDatabase } from '../demo/database.ts';
import { audit, type Books, type Finding } from './audit.ts';
import { createDoing } from './doing.ts';
import { createTroubles } from './fault-plan.ts';
import { openHouse } from './house.ts';
import { calmDown, play } from './play.ts';
import { createRandom } from './random.ts';
import { differsFromRebuild } from './rebuilt.ts';
import { createScenario } from './scenario.ts';
import { tellFindings } from './timeline.ts';

export interface SoakOptions {
  readonly seed: number;
  readonly complaints: number;
  /** Working days. */
  readonly days: number;
  /** Seconds of the account's clock in a real one; 20 by default. */
  readonly speed?: number;
  readonly database: () => Promise<DemoDatabase>;
  readonly say: (line: string) => void;
}

export interface SoakResult {
  readonly seed: number;
  readonly complaints: number;
  readonly lost: number;
  readonly double: number;
  readonly wrong: number;
  readonly faults: number;
}

export interface Soaked {
  readonly result: SoakResult;
  readonly books: Books;
}

const logLine = z.looseObject({ ticketId: z.number().optional() });

/** Keeps the service's log by ticket, for the timeline of a finding. */
function createKeptLog() {
  const byTicket = new Map<number, string[]>();
  const stream = new Writable({
    write: (chunk, _, done) => {
      const line = String(chunk).trim();
      const { ticketId } = logLine.parse(JSON.parse(line));
      if (ticketId !== undefined) byTicket.set(ticketId, [...(byTicket.get(ticketId) ?? []), line]);
      done();
    },
  });
  return {
    log: pino({ level: 'debug', base: null }, stream),
    linesOf: (id: number) => byTicket.get(id) ?? [],
  };
}

const countOf = (findings: readonly Finding[], kind: Finding['kind']): number =>
  new Set(findings.filter((one) => one.kind === kind).map(({ told }) => told.story.number)).size;

/** One run: an account, a service, people and faults, all from the seed; then the books are audited. */
export async function runSoak(options: SoakOptions): Promise<Soaked> {
  const { seed, complaints, days, speed = 20, database, say } = options;
  const random = createRandom(seed);
  const scenario = createScenario({ random: random.branch('scenario'), complaints, days });
  const troubles = createTroubles(random.branch('faults'), scenario);
  const { log, linesOf } = createKeptLog();
  const began = performance.now();
  const seconds = (): string => `${Math.round((performance.now() - began) / 1_000)} s`;
  say(
    `seed ${seed}: ${complaints} complaints, ${days} working days from ${new Date(scenario.start).toISOString()}`,
  );
  const house = await openHouse({ seed, start: scenario.start, speed, database, log });
  try {
    const { sandbox, account } = house;
    const doing = await createDoing({ sandbox, account, random: random.branch('people') });
    const played = await play({
      house,
      doing,
      scenario,
      troubles,
      onDay: (now) => say(`… ${new Date(now).toISOString().slice(0, 10)}, ${seconds()}`),
    });
    say(`faults end, ${seconds()}`);
    await doing.done();
    await calmDown(house);
    say(`at rest, ${seconds()}`);
    const books = await audit(house, played.told);
    const rebuilt = await differsFromRebuild(house, played.told);
    const findings = [...books.findings, ...rebuilt];
    await tellFindings(findings, { house, played, linesOf, say });
    say(
      `${books.acknowledged} acknowledged by mail, ${books.byPerson} by people, ${books.held.length} held for a person`,
    );
    for (const { told, marks } of books.held)
      say(`  held: ticket ${told.tickets.join(', ')}: ${marks.join(', ')}`);
    const result = {
      seed,
      complaints,
      lost: countOf(findings, 'lost'),
      double: countOf(findings, 'double'),
      wrong: countOf(findings, 'wrong'),
      faults: played.faults(),
    };
    return { result, books: { ...books, findings } };
  } finally {
    await house.stop();
  }
}
