/** Writes instants in the signed-in person's language and zone. */
export interface Dates {
  /** "Wed 8 Apr 2026, 10:12" */
  full(instant: number | string): string;
  /** "10:12" today, "8 Apr" this year, "8 Apr 2026" before. */
  short(instant: number | string, now: number): string;
  /** "8 Apr, 10:12", with the year if it is another one. */
  message(instant: number | string, now: number): string;
}

export function createDates(locale: string, timeZone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: safeZone(timeZone), ...options });
  const full = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const day = format({ day: 'numeric', month: 'short' });
  const dayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const dated = (instant: number | string, now: number) => {
    const sameYear =
      dayOfYear.format(new Date(instant)).slice(-4) === dayOfYear.format(new Date(now)).slice(-4);
    return (sameYear ? day : dayOfYear).format(new Date(instant));
  };
  const isToday = (instant: number | string, now: number) =>
    dayOfYear.format(new Date(instant)) === dayOfYear.format(new Date(now));
  return {
    full: (instant) => full.format(new Date(instant)),
    short: (instant, now) => (isToday(instant, now) ? time.format(new Date(instant)) : dated(instant, now)),
    message: (instant, now) =>
      isToday(instant, now)
        ? time.format(new Date(instant))
        : `${dated(instant, now)}, ${time.format(new Date(instant))}`,
  };
}

/** An account may hold zone names of Rails, which the browser doesn't know. */
function safeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
