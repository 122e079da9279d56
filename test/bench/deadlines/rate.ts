/** How often a second something is done, of the clock and of the processor's own time. */
export interface Rate {
  readonly perSecond: number;
  /** A busy machine takes the clock's seconds away, but not these. Counts what compiling and collecting take too. */
  readonly perCpuSecond: number;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What was computed is added up here, so that no compiler leaves it out. */
let sink = 0;

/** Does the work for each of the inputs again and again, for about so many milliseconds of the processor's time. */
export function rateOf<Input>(
  inputs: readonly Input[],
  work: (input: Input) => number,
  milliseconds: number,
): Rate {
  const [start, startCpu] = [performance.now(), cpuSeconds()];
  let done = 0;
  let cpu = 0;
  while (cpu < milliseconds / 1_000) {
    for (const input of inputs) sink += work(input);
    done += inputs.length;
    cpu = cpuSeconds() - startCpu;
  }
  if (Number.isNaN(sink)) throw new Error('the work answered something that is no number');
  return { perSecond: (done / (performance.now() - start)) * 1_000, perCpuSecond: done / cpu };
}
