import { coverageFault } from '../policies/calendars.ts';
import { type CheckedFile, faultLine } from '../policies/index.ts';
import type { Fault } from '../policies/source.ts';

/** The fault with its line quoted and a mark under its column. */
function shown(path: string, fault: Fault): string[] {
  const number = String(fault.line).padStart(5);
  const margin = ' '.repeat(number.length);
  return [
    faultLine(path, fault),
    `${number} | ${fault.quote}`,
    `${margin} | ${fault.quote.slice(0, fault.column - 1).replace(/[^\t]/g, ' ')}^`,
  ];
}

/** What there is to say of a file, and whether it is in order. */
export function reportOn(
  { path, policy, faults }: CheckedFile,
  now: number,
): { ok: boolean; lines: string[] } {
  const short = policy && coverageFault(policy, now);
  if (policy && faults.length === 0 && short === undefined) {
    const { id, version, effectiveFrom, regimes } = policy;
    const count = `${regimes.length} ${regimes.length === 1 ? 'regime' : 'regimes'}`;
    return {
      ok: true,
      lines: [`${path}: policy ${id}, version ${version} from ${effectiveFrom}, ${count}, no faults`],
    };
  }
  const lines = faults.flatMap((fault) => shown(path, fault));
  return { ok: false, lines: short === undefined ? lines : [...lines, `${path}: ${short}`] };
}
