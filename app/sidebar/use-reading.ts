import { useMemo, useSyncExternalStore } from 'react';
import { createCalendar } from '../../domain/calendar.ts';
import type { ClockRecord } from '../../domain/record.ts';
import { useEnvironment } from '../ui/Environment.tsx';
import { useCase } from './CaseContext.tsx';
import { type CaseClock, createCaseClock } from './model/case-clock.ts';
import type { Reading } from './model/status.ts';

/** How this agent reads the case, at a time as fresh as all texts need it but those that count down. */
export function useReading({ calendar: data, deadlines }: ClockRecord): {
  readonly clock: CaseClock;
  readonly reading: Reading;
} {
  const { language, when, now: time } = useEnvironment();
  const calendar = useMemo(() => createCalendar(data), [data]);
  const clock = useMemo(
    () => createCaseClock(deadlines, { now: time, zones: { reader: when.zone, policy: calendar.zone } }),
    [deadlines, time, when.zone, calendar.zone],
  );
  const now = useSyncExternalStore(clock.subscribe, clock.settled);
  return { clock, reading: { now, calendar, language, when } };
}

/** As the case is read, to the minute: for what counts down. */
export function useCountedReading(): Reading {
  const { clock, reading } = useCase();
  const now = useSyncExternalStore(clock.subscribe, clock.counted);
  return { ...reading, now };
}
