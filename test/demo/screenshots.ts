import { mkdir } from 'node:fs/promises';
import { readPictureOptions } from './screenshots/options.ts';
import { takeStates } from './screenshots/states.ts';

/**
 * Takes the pictures of the README, of the leads' page and of every state of the sidebar. Fails where a state could not be reached, or has
 * something in it that is cut off.
 */
const options = readPictureOptions(process.argv.slice(2));
await mkdir(options.folder, { recursive: true });
if (options.workspace) {
  // It brings the whole service along, which the states do without.
  const { takeWorkspace } = await import('./screenshots/workspace.ts');
  await takeWorkspace(options.folder);
}
const leads = options.leads ? await (await import('./screenshots/leads.ts')).takeLeads(options) : [];
const faults = [...leads, ...(await takeStates(options))];
if (faults.length > 0) {
  process.stderr.write(`\nNot as it should be:\n${faults.join('\n')}\n`);
  process.exitCode = 1;
}
