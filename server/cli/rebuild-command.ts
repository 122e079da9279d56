import { startJobs } from '../jobs/index.ts';
import { needRebuild } from '../rebuild/needed.ts';
import { progressText, recoveredLines } from '../rebuild/progress-text.ts';
import { type RebuildReport, type RebuildResult, rebuild } from '../rebuild/rebuild.ts';
import type { CommandParts } from './command-parts.ts';
import { liveSinceOf } from './live-since.ts';
import type { RebuildArguments } from './rebuild-arguments.ts';

export interface CommandOutput {
  /** The result. */
  readonly print: (line: string) => void;
  /** What is going on. */
  readonly tell: (line: string) => void;
}

/** A line no more often than this, of real time. */
const LINE_MS = 2_000;

function reportTo({ tell }: CommandOutput): RebuildReport {
  let told = Number.NEGATIVE_INFINITY;
  const nowAndThen = (line: string, always = false): void => {
    if (!always && performance.now() - told < LINE_MS) return;
    told = performance.now();
    tell(line);
  };
  return {
    found: (count) => nowAndThen(`${count} complaint tickets found so far`),
    recovered: (recovered) => {
      for (const line of recoveredLines(recovered)) tell(line);
    },
    goingOn: (progress) => nowAndThen(`going on with ${progressText(progress, undefined)}`, true),
    progress: (progress, leftMs) =>
      nowAndThen(progressText(progress, leftMs), progress.done === progress.all),
  };
}

function resultText(result: RebuildResult): string {
  if (result.kind === 'interrupted') {
    const soFar = result.all === 0 ? 'while searching' : `after ${result.done} of ${result.all} tickets`;
    return `Interrupted ${soFar}. Run npm run rebuild again to go on.`;
  }
  const lines = result.failures.map(
    ({ ticketId, code, message }) => `  ticket ${ticketId}: ${code}: ${message}`,
  );
  const failed = lines.length === 0 ? [] : ["These can't be looked at, and are tried again:", ...lines];
  return [`The ledger holds what ${result.tickets} tickets tell.`, ...failed].join('\n');
}

/** 0: all is done; 1: some tickets can't be looked at; 130: interrupted, as a shell knows it. */
function exitCodeOf(result: RebuildResult): number {
  if (result.kind === 'interrupted') return 130;
  return result.failures.length > 0 ? 1 : 0;
}

/** The command: looks at all complaint tickets with workers of its own. Answers the exit code. */
export async function runRebuild(
  { again, json }: RebuildArguments,
  parts: CommandParts,
  { signal, output }: { readonly signal: AbortSignal; readonly output: CommandOutput },
): Promise<number> {
  const { config, clock, waits, log, ledger, zendesk, databaseUrl } = parts;
  // Until this is through, `/readyz` of a service beside it says so.
  if ((await ledger.readSetting('live_since')) === undefined) await needRebuild(ledger, clock.now());
  const liveSince = await liveSinceOf(parts);
  const since = new Date(liveSince.at).toISOString();
  await ledger.settleSetting('live_since', since);
  output.tell(`complaints recorded before ${since} (${liveSince.from}) are taken in silently`);
  const { look, account, lookDeps } = await parts.prepared(liveSince.at);
  const { rest, port } = zendesk;
  const { policies } = lookDeps;
  const { concurrency, quietMs } = config;
  const jobs = await startJobs({ databaseUrl, ledger, clock, look, log, concurrency, quietMs });
  try {
    const report = reportTo(output);
    const from = { rest, zendesk: port, account, policies };
    const result = await rebuild({ ...from, ledger, clock, waits, again, signal, report });
    output.print(json ? JSON.stringify(result) : resultText(result));
    return exitCodeOf(result);
  } finally {
    await jobs.stop(5_000);
  }
}
