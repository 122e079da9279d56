import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file or folder that can't be read; the message names it. */
export class UnreadableError extends Error {
  readonly code = 'policy_unreadable';
}

export const isPolicyFile = (name: string): boolean => /\.ya?ml$/i.test(name);

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new UnreadableError(`${path} can't be read: check the path`, { cause });
  }
}

/** The policy files of a folder, without those of its folders, in the order of their names. Rejects with UnreadableError. */
export async function policyFilesIn(folder: string): Promise<string[]> {
  const names = await reading(folder, () => readdir(folder));
  return names
    .filter(isPolicyFile)
    .sort()
    .map((name) => join(folder, name));
}

/** The files that are meant: the path itself, or what a folder holds. Rejects with UnreadableError. */
export async function policyFilesAt(path: string): Promise<string[]> {
  const found = await reading(path, () => stat(path));
  if (!found.isDirectory()) return [path];
  const files = await policyFilesIn(path);
  if (files.length === 0) throw new UnreadableError(`${path} holds no policy: put a .yaml file into it`);
  return files;
}

/** Rejects with UnreadableError. */
export function readText(path: string): Promise<string> {
  return reading(path, () => readFile(path, 'utf8'));
}
