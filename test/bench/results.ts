import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** What the figures were measured on; ratios count, absolute times are of this machine. */
function machine() {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}

/** Six digits are more than a bench knows, and keep the file readable. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(6)) : value;

/** Writes the figures of a whole run as JSON. */
export async function writeResults(folder: string, sections: readonly Measured[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const results = { measuredAt: new Date().toISOString().slice(0, 10), machine: machine(), sections };
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, rounded, 2)}\n`);
}
