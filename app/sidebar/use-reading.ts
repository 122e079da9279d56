import { useCallback, useMemo } from 'react';
import { createCalendar } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { ClockRecord } from '../../domain/record.ts';
import { useEnvironment } from '../ui/Environment.tsx';
import { nextTextChange } from './model/next-tick.ts';
import type { Reading } from './model/status.ts';
import { useNow } from './use-now.ts';

/** How this agent reads the case, at a time as fresh as its texts need it. */
export function useReading(record: ClockRecord): Reading {
  const { language, when, now: clock } = useEnvironment();
  const calendar = useMemo(() => createCalendar(record.calendar), [record.calendar]);
  const next = useCallback(
    (now: Instant) => nextTextChange(record.deadlines, now, { reader: when.zone, policy: calendar.zone }),
    [record.deadlines, when.zone, calendar.zone],
  );
  const now = useNow(clock, next);
  return { now, calendar, language, when };
}
