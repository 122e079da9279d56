import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { type Account, canRun } from './account.ts';
import { type Binaries, binariesIn } from './binaries.ts';

/** Where the database lives and what runs it, both within reach of the account. */
export interface Home {
  readonly folder: string;
  readonly binaries: Binaries;
}

const OTHERS_MAY_ENTER = 0o001;

/** Whether an account other than root can get into `folder`, which belongs to root as far as it matters here. */
async function isReachable(folder: string, { uid }: Account): Promise<boolean> {
  if (uid === undefined) return true;
  for (let at = dirname(folder); ; at = dirname(at)) {
    const entry = await stat(at);
    if (entry.uid !== uid && (entry.mode & OTHERS_MAY_ENTER) === 0) return false;
    if (at === parse(at).root) return true;
  }
}

/** A folder that stays across restarts and that every account can enter, one for each data folder. */
function elsewhere(folder: string): string {
  return join(
    '/var/tmp',
    `complaint-clock-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`,
  );
}

async function copied(binaries: Binaries, to: string): Promise<Binaries> {
  const there = await stat(to).catch(() => undefined);
  if (!there) {
    const fresh = `${to}.${process.pid}`;
    await cp(binaries.home, fresh, { recursive: true, verbatimSymlinks: true });
    await chmod(fresh, 0o755);
    // Renamed when whole; where another process was faster, its copy serves as well.
    await rename(fresh, to).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return binariesIn(to);
}

/**
 * Makes the folder. As root, a project below `/root` is out of reach of the account that Postgres runs as: then
 * programs or data are kept in a folder of their own below `/var/tmp`.
 */
export async function settle(wanted: string, found: Binaries, account: Account): Promise<Home> {
  const asked = resolve(wanted);
  await mkdir(asked, { recursive: true });
  if (account.uid !== undefined) await chmod(asked, 0o755);
  const spare = elsewhere(asked);
  const folder = (await isReachable(join(asked, 'cluster'), account)) ? asked : spare;
  const isFound = await canRun(found.postgres, account);
  if (folder === spare || !isFound) await ownFolder(spare);
  return { folder, binaries: isFound ? found : await copied(found, join(spare, 'postgres')) };
}

/** In `/var/tmp` anybody may have made a folder of that name first. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o755 }).catch(async (error: unknown) => {
    const { uid } = await stat(folder);
    if (uid !== process.getuid?.()) throw error;
  });
  await chown(folder, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
}
