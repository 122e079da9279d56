import { type Logger, pino } from 'pino';

/** What a command warns of goes to standard error, beside its result. */
export function commandLog(): Logger {
  return pino({ level: 'warn', base: null }, pino.destination(2));
}
