import { useEffect, useState } from 'react';
import { type Instant, MINUTE } from '../../domain/local-date.ts';
import { useEnvironment } from '../ui/Environment.tsx';

/** The time, fresh to the minute. A machine that slept wakes with `visibilitychange`, so it is looked at again then. */
export function useMinute(): Instant {
  const { now: clock } = useEnvironment();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const look = (): void => setNow(clock());
    const timer = setInterval(look, MINUTE);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [clock]);
  return now;
}
