/** How much is put into a figure. */
export interface Effort {
  readonly rounds: number;
  /** Of the processor's time, for each measurement. */
  readonly milliseconds: number;
}
