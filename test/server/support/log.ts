import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

export interface TestLog {
  readonly log: Logger;
  /** Everything that was logged, as one text. */
  text(): string;
}

export function testLog(): TestLog {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: pino({ level: 'trace' }, sink), text: () => lines.join('') };
}
