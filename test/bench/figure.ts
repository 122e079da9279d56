/** One line of the table. */
export interface Figure {
  /** What is measured, in words a reader of the table understands. */
  readonly name: string;
  /** 'deadlines/s', 'ms', 'calls', 'kB', 'MB', '%' ... */
  readonly unit: string;
  /** Median of the runs. */
  readonly ours: number;
  /** What it is compared with, measured in the same run, paired and interleaved. */
  readonly against?: { readonly name: string; readonly value: number };
  /** Median of the ratios ours/theirs of each pair; undefined where nothing is compared. */
  readonly ratio?: number;
  readonly limit?: {
    readonly is: 'at least' | 'at most';
    readonly value: number;
    readonly of: 'ratio' | 'ours';
  };
  readonly runs: number;
  /** Lowest and highest of ours. */
  readonly range: readonly [number, number];
  /** Points for the plot: how ours grows with a size. */
  readonly curve?: readonly { readonly size: number; readonly value: number }[];
  /** A remark for the reader: why a limit is missed, what is counted. */
  readonly note?: string;
}

export interface BenchOptions {
  /** Tiny sizes, once or twice: shows that the bench still runs, not how fast anything is. */
  readonly quick: boolean;
  /** Sizes other than the section's own, for what grows with a size. */
  readonly sizes?: readonly number[];
  say(text: string): void;
}

export interface Section {
  readonly name: string;
  readonly title: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}
