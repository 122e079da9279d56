import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { type Policy, parsePolicy } from '../domain/policy.ts';

/** A policy file that can't be used; the message lists every fault with its place in the file. */
export class PolicyFileError extends Error {
  readonly code = 'policy_file';
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new PolicyFileError(`the policy file ${path} can't be read: check POLICY`, { cause });
  }
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const detail = cause instanceof YAMLParseError ? cause.message : String(cause);
    throw new PolicyFileError(`the policy file ${path} is not YAML: ${detail}`, { cause });
  }
}

/** Reads and checks a policy. Rejects with PolicyFileError. */
export async function readPolicy(path: string): Promise<Policy> {
  const parsed = parsePolicy(parseYaml(await read(path), path));
  if (parsed.ok) return parsed.policy;
  const faults = parsed.faults.map((fault) => `  ${fault.path}: ${fault.message}`);
  throw new PolicyFileError(`the policy file ${path} has faults:\n${faults.join('\n')}`);
}
