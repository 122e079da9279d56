import { policyFilesAt, readText } from './files.ts';
import { parsePolicyText } from './parse-text.ts';

/** A policy as it stands in its file, byte for byte. */
export interface PolicyText {
  readonly id: string;
  readonly version: string;
  readonly text: string;
}

/** The texts of policies by id and version, read with the policies themselves. Rejects with UnreadableError. */
export async function readPolicyTexts(paths: readonly string[]): Promise<PolicyText[]> {
  const files = (await Promise.all(paths.map(policyFilesAt))).flat();
  const texts = await Promise.all([...new Set(files)].map(readText));
  return texts.flatMap((text) => {
    const parsed = parsePolicyText(text);
    return parsed.ok ? [{ id: parsed.policy.id, version: parsed.policy.version, text }] : [];
  });
}
