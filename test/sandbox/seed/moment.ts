const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * The instant a seed means: ISO, or relative to the sandbox's start (`-2h`, `-1d`).
 * @param start start of the sandbox clock, epoch ms
 * @throws Error naming the text that is neither
 */
export function momentOf(text: string, start: number): number {
  const relative = /^([+-]?\d+(?:\.\d+)?)([smhd])$/.exec(text);
  if (relative) return start + Number(relative[1]) * (UNITS[relative[2] ?? ''] ?? 0);
  const ms = Date.parse(text);
  if (Number.isNaN(ms))
    throw new Error(
      `Seed: "${text}" is no time. Write ISO (2026-04-08T07:30:00Z) or relative to the start (-2h).`,
    );
  return ms;
}
