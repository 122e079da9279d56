import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account of the operating system under which Postgres runs: an empty object for our own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

async function idsOf(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return undefined; // No such account.
  }
}

/** Postgres refuses to run as root; then it runs as `postgres` or `nobody`, whichever is there. None is created. */
export async function postgresAccount(): Promise<Account> {
  if (userInfo().uid !== 0) return {};
  const account = (await idsOf('postgres')) ?? (await idsOf('nobody'));
  if (account) return account;
  throw new Error(
    'Postgres does not run as root, and there is neither an account "postgres" nor "nobody" to run it as. ' +
      'Start the service as another user, or set DATABASE_URL.',
  );
}

/** Whether the account can start the program: it may lie in a folder that only root may enter. */
export async function canRun(program: string, account: Account): Promise<boolean> {
  try {
    await run(program, ['--version'], { ...account, cwd: '/' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false;
    throw error;
  }
}
