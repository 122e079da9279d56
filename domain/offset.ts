export type OffsetUnit = 'hours' | 'days' | 'working_days' | 'weeks' | 'months';

/** A length of time as a policy states it: "24 hours", "3 working days", "6 weeks", "1 month". */
export interface Offset {
  readonly amount: number;
  readonly unit: OffsetUnit;
}

const UNITS: ReadonlyMap<string, OffsetUnit> = new Map([
  ['hour', 'hours'],
  ['day', 'days'],
  ['calendar day', 'days'],
  ['working day', 'working_days'],
  ['week', 'weeks'],
  ['month', 'months'],
]);

/** Reads "3 working days". Answers undefined where the text is no offset. */
export function readOffset(text: string): Offset | undefined {
  const match = /^(\d+)\s+(.+?)s?$/.exec(text.trim());
  const unit = UNITS.get(match?.[2] ?? '');
  return unit && match ? { amount: Number(match[1]), unit } : undefined;
}
