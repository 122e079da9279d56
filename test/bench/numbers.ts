const format = (maximumFractionDigits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits });

/** A number with three digits that tell something, or all of them before the point: 1,234,567, 12.3, 0.045. */
export function shown(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return format(Math.min(digits, 6)).format(value);
}
