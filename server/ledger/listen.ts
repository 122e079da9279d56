import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export interface ListenOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  /** Also called after a lost connection was made again: something may have been missed. */
  readonly onNotice: () => void;
  readonly onError: (error: unknown) => void;
}

export interface Listener {
  stop(): Promise<void>;
}

async function connect({
  databaseUrl,
  channel,
  onNotice,
  onError,
}: ListenOptions): Promise<{ client: pg.Client; lost: Promise<void> }> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'complaint-clock-listen',
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', onError);
  client.on('notification', onNotice);
  try {
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(onError);
    throw error;
  }
  return { client, lost };
}

/** Listens on a connection of its own until it is stopped; a lost connection is made again every second. */
export async function listen(options: ListenOptions): Promise<Listener> {
  let stopped = false;
  let current: pg.Client | undefined;

  const keep = async (lost: Promise<void>): Promise<void> => {
    await lost;
    while (!stopped) {
      try {
        const again = await connect(options);
        current = again.client;
        options.onNotice();
        return await keep(again.lost);
      } catch (error) {
        options.onError(error);
        await delay(1_000);
      }
    }
  };

  const first = await connect(options);
  current = first.client;
  const kept = keep(first.lost);
  return {
    stop: async () => {
      stopped = true;
      await current?.end();
      await kept;
    },
  };
}
