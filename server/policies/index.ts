import type { Policy } from '../../domain/policy.ts';
import { faultsBeside, rivalFaults } from './between.ts';
import { policyFilesAt, readText, UnreadableError } from './files.ts';
import { type ParsedText, parsePolicyText } from './parse-text.ts';
import type { SemanticFault } from './semantic.ts';
import type { Fault } from './source.ts';

/** Policy files that can't be used; the message lists every fault of every file with its line and column. */
export class PolicyFileError extends Error {
  readonly code = 'policy_file';
}

/** A policy file as it was found: a policy, or faults. */
export interface CheckedFile {
  readonly path: string;
  readonly policy: Policy | undefined;
  readonly faults: readonly Fault[];
}

/** "policies/ask4.yaml:12:7: ..." */
export function faultLine(path: string, { line, column, message }: Fault): string {
  return `${path}:${line}:${column}: ${message}`;
}

async function parsedFile(path: string): Promise<{ path: string; parsed: ParsedText }> {
  return { path, parsed: parsePolicyText(await readText(path)) };
}

export interface CheckOptions {
  /** Whether two policies that are both for all tickets are a fault, as where all are used at once. */
  readonly together: boolean;
}

/** Reads and checks policy files, each by itself and beside the others. Rejects with UnreadableError. */
export async function checkFiles(
  paths: readonly string[],
  { together }: CheckOptions,
): Promise<CheckedFile[]> {
  const before: { path: string; policy: Policy }[] = [];
  return (await Promise.all([...new Set(paths)].map(parsedFile))).map(({ path, parsed }) => {
    if (!parsed.ok) return { path, policy: undefined, faults: parsed.faults };
    const { policy, source } = parsed;
    const found: SemanticFault[] = [
      ...faultsBeside({ path, policy }, before),
      ...(together ? rivalFaults({ path, policy }, before) : []),
    ];
    before.push({ path, policy });
    return { path, policy, faults: found.map(({ path: at, message }) => source.faultAt(at, message)) };
  });
}

/** The paths of a setting that may list several, divided by commas. */
export function listedPaths(setting: string): string[] {
  return setting
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
}

/**
 * Reads policies that are used together: files, or folders of files; a policy may have several versions. Rejects with
 * PolicyFileError, which lists all faults of all files.
 */
export async function readPolicies(paths: readonly string[]): Promise<Policy[]> {
  try {
    const files = (await Promise.all(paths.map(policyFilesAt))).flat();
    const checked = await checkFiles(files, { together: true });
    const faults = checked.flatMap(({ path, faults }) =>
      faults.map((fault) => `  ${faultLine(path, fault)}`),
    );
    if (files.length === 0) throw new UnreadableError('is nowhere to be found: name a file or a folder');
    if (faults.length > 0) throw new PolicyFileError(`the policy files have faults:\n${faults.join('\n')}`);
    return checked.flatMap(({ policy }) => policy ?? []);
  } catch (cause) {
    if (!(cause instanceof UnreadableError)) throw cause;
    throw new PolicyFileError(`the policy ${cause.message} (the setting POLICY)`, { cause });
  }
}
