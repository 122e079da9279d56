import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../../../server/config.ts';
import { type Service, startService } from '../../../../server/start.ts';
import { createPrepare } from '../../../../server/start-up/prepare.ts';
import { createWaits } from '../../../../server/waits.ts';
import { startWorld, type World } from '../../reconcile/support/world.ts';
import { type Door, openDoor } from './door.ts';

/** A world whose service waits on a fast clock and reaches the account through a door. */
export interface Stage {
  readonly world: World;
  readonly service: Service;
  readonly door: Door;
  stop(): Promise<void>;
}

/** More acknowledgements in a moment than any company sends: the brake on bursts is not what is tried here. */
const SENDING = '\nsending:\n  burst: { count: 1000, minutes: 10 }\n';

async function policyWithoutBrake(folder: string): Promise<string> {
  const path = join(folder, 'policy.yaml');
  await writeFile(path, (await readFile('policies/ask4.yaml', 'utf8')) + SENDING);
  return path;
}

async function startFast({ demo, databaseUrl }: World, door: Door, speed: number, policy: string) {
  const { clientId, clientSecret, clock } = demo.sandbox;
  const read = readConfig({
    ZENDESK_URL: door.url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: demo.service.url,
    HOST: '127.0.0.1',
    PORT: new URL(demo.service.url).port,
    DATABASE_URL: databaseUrl,
    POLICY: policy,
    QUIET_MS: '100',
    RATE_SHARE: '100',
    CONCURRENCY: '24',
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return startService({
    config: read.config,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock,
    // Where the account's clock jumps, the minutes of the service's limiter are over too.
    waits: { ...createWaits(speed), elapsed: clock.now },
    prepare: createPrepare(),
  });
}

/** @param speed how many seconds of the account and of all waits pass in a real one */
export async function startStage(speed: number): Promise<Stage> {
  const world = await startWorld();
  const { sandbox, service: first } = world.demo;
  await first.stop();
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-faults-'));
  const door = await openDoor(() => sandbox.url);
  const service = await startFast(world, door, speed, await policyWithoutBrake(folder));
  sandbox.clock.onChange(service.poke);
  sandbox.clock.setRate(speed);
  return {
    world,
    service,
    door,
    stop: async () => {
      await door.open();
      await service.stop();
      await door.stop();
      await world.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
