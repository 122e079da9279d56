import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SoakPolicy {
  readonly path: string;
  remove(): Promise<void>;
}

const RESPONSE = /(doneBy: \[responded\]\n)/;

/** The shipped policy, whose formal response may be put off: it foresees no extensions by itself. */
export async function soakPolicy(): Promise<SoakPolicy> {
  const shipped = await readFile(new URL('../../policies/ask4.yaml', import.meta.url), 'utf8');
  if (!RESPONSE.test(shipped)) throw new Error('policies/ask4.yaml has no formal response any more');
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-soak-'));
  const path = join(folder, 'policy.yaml');
  await writeFile(path, shipped.replace(RESPONSE, '$1        extension: { atMost: 5 working days }\n'));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
