import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createCaseFiles } from '../case-file/index.ts';
import { readVersion } from '../version.ts';
import type { CasesCommand } from './cases-io.ts';
import type { CommandParts } from './command-parts.ts';

/** A complaint that is taken in silently or not: for reading it makes no difference. */
const LIVE_SINCE = 0;

async function filesOf(parts: CommandParts) {
  const { caseSource, policyTexts = [] } = await parts.prepared(LIVE_SINCE);
  if (!caseSource) throw new Error('the account was not read: no case has a file');
  const { zendesk, ledger, clock, config } = parts;
  const account = config.zendesk.baseUrl;
  const serviceVersion = await readVersion();
  return createCaseFiles({
    source: caseSource,
    policyTexts,
    zendesk,
    ledger,
    clock,
    account,
    serviceVersion,
  });
}

/** At its place when it is whole, and not before: half an archive is taken away again. */
async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const begun = `${path}.part`;
  try {
    // For nobody else to read: it holds names and texts.
    await pipeline(Readable.from(pieces), createWriteStream(begun, { mode: 0o600 }), { signal });
    await rename(begun, path);
  } finally {
    await rm(begun, { force: true });
  }
}

/** The ombudsman's file of a case as a ZIP archive; 1 where there is none. */
export const fileOfCase: CasesCommand = async (asked, parts, { print, tell, signal }) => {
  const { ticketId = 0, out = `complaint-${ticketId}.zip`, language, notes } = asked;
  const open = await filesOf(parts);
  const file = await open({ ticketId, language, notes });
  if (!file.ok) {
    tell(
      file.code === 'case_not_found'
        ? 'The ledger holds no case of this ticket.'
        : 'Zendesk has deleted the tickets of this case. What the ledger still holds: cases -- export.',
    );
    return 1;
  }
  const path = resolve(out);
  await writeWhole(path, file.pieces, signal);
  print(asked.json ? JSON.stringify({ path }) : path);
  tell('This holds personal data: names, addresses and texts. Keep it only as long as it is needed.');
  return 0;
};
