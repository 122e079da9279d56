/** A time zone as ZAF describes it: the offset is in minutes, at the given instant. */
export function timeZoneObject(
  ianaName: string,
  railsName: string | null,
  at: Date,
): Record<string, unknown> {
  const offset = offsetMinutes(ianaName, at);
  const name = railsName ?? ianaName;
  return { name, translatedName: name, ianaName, offset, formattedOffset: formatted(offset) };
}

function offsetMinutes(ianaName: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: ianaName, timeZoneName: 'longOffset' });
  const text = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function formatted(offset: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `GMT${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
