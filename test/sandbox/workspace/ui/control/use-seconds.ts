import { useDirectory } from '../../state/workspace.ts';

/** Writes a time of day to the second, in the signed-in person's language and zone. */
export function useSeconds(): (instant: string) => string {
  const { me } = useDirectory();
  const format = new Intl.DateTimeFormat(me.locale, {
    timeZone: me.iana_time_zone ?? 'UTC',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instant) => format.format(new Date(instant));
}
