import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small policy without faults; each line is as a person would write it. */
export const GOOD = `id: small
version: '1'
effectiveFrom: '2020-01-01'
source: a test
company:
  name: Small Ltd
  complaintFormUrl: https://small.example/complaints
  postalAddress: [1 Small Street]
timeZone: Europe/London
workingWeek: [mon, tue, wed, thu, fri]
regions: [GB-ENG]
channels:
  email: { accepted: true }
  other: { accepted: true }
regimes:
  - id: own
    source: a test
    duties:
      - id: acknowledgement
        after: received
        within: 3 working days
        doneBy: [acknowledged]
        warn: 1 day
      - id: response
        after: acknowledged
        within: 10 working days
        doneBy: [responded]
        warn: 2 days
        extension: { atMost: 5 working days, times: 1 }
`;

/** The policy with one text in it replaced. @throws Error where it isn't there */
export function altered(from: string, to: string, text: string = GOOD): string {
  if (!text.includes(from)) throw new Error(`the policy has no "${from}"`);
  return text.replace(from, to);
}

/** A folder with the files; it is gone after the test. Resolves with its path. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'policies-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
