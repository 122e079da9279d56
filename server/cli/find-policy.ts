import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Policy } from '../../domain/policy.ts';
import { UsageError } from '../command/usage-error.ts';
import { isPolicyFile, policyFilesIn, readText } from '../policies/files.ts';
import { PolicyFileError, readPolicies } from '../policies/index.ts';
import { nearest } from '../policies/nearest.ts';

const SHIPPED = fileURLToPath(new URL('../../policies', import.meta.url));

/** Where names are looked for, in this order. */
const FOLDERS = [SHIPPED, join(SHIPPED, 'examples')];

const bare = (file: string): string => basename(file).replace(/\.ya?ml$/i, '');

interface Shipped {
  readonly file: string;
  readonly id: string;
}

const ID = /^id:\s*['"]?([^\s'"#]+)/m;

/** A file that has faults still says whose version it is; so its faults are told, not passed over. */
async function shippedIn(folder: string): Promise<Shipped[]> {
  if (!existsSync(folder)) return [];
  const files = await policyFilesIn(folder);
  return Promise.all(
    files.map(async (file) => ({ file, id: ID.exec(await readText(file))?.[1] ?? bare(file) })),
  );
}

/** The files of a name: the one that is called so, and all the versions of its policy beside it. */
function versionsOf(name: string, shipped: readonly Shipped[]): string[] {
  const id = shipped.find(({ file }) => bare(file) === name)?.id ?? name;
  return shipped.filter((one) => one.id === id).map(({ file }) => file);
}

function unknown(name: string, shipped: readonly Shipped[]): UsageError {
  const names = [...new Set(shipped.map(({ id }) => id))];
  const meant = nearest(name, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return new UsageError(
    `--policy ${name}: there is no such policy.${hint} There are ${names.join(', ')}; or give a file, e.g. ${relative(process.cwd(), join(SHIPPED, 'ask4.yaml'))}`,
  );
}

/** All versions of the policy that is meant, or all policies of a folder. Rejects with UsageError. */
export async function findPolicies(wanted: string): Promise<Policy[]> {
  try {
    const isPath = isPolicyFile(wanted) || wanted.includes('/') || existsSync(wanted);
    if (isPath && !existsSync(wanted))
      throw new UsageError(`--policy ${wanted}: there is no such file: check the path`);
    if (isPath) return await readPolicies([wanted]);
    const shipped = await Promise.all(FOLDERS.map(shippedIn));
    const [files] = shipped.map((folder) => versionsOf(wanted, folder)).filter(({ length }) => length > 0);
    if (!files) throw unknown(wanted, shipped.flat());
    return await readPolicies(files);
  } catch (cause) {
    if (!(cause instanceof PolicyFileError)) throw cause;
    throw new UsageError(`--policy ${wanted}: ${cause.message}`, { cause });
  }
}
