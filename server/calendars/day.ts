import type { LocalDate } from '../../domain/local-date.ts';

/** Whole years, both ends included. */
export interface Years {
  readonly from: number;
  readonly until: number;
}

/** A public holiday of one region, and where that is known from. */
export interface SourcedDay {
  readonly date: LocalDate;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly region: string;
  /** The library with its version, or the source of a correction. */
  readonly source: string;
}

/** A day that is off in one or more regions of a union, the first of which gives the name. */
export interface UnionDay extends Omit<SourcedDay, 'region'> {
  readonly regions: readonly string[];
}
