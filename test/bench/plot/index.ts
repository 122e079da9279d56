import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Measured } from '../results.ts';
import { growthPlot } from './growth.ts';
import { ratioPlot } from './ratios.ts';

/** Draws what was measured: `limits.svg` and `growth.svg`. */
export async function writePlots(folder: string, sections: readonly Measured[]): Promise<void> {
  await writeFile(join(folder, 'limits.svg'), ratioPlot(sections));
  await writeFile(join(folder, 'growth.svg'), growthPlot(sections));
}
