import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { Terminal } from './run.ts';

/** The terminal that the command was started in. */
export const systemTerminal: Terminal = {
  print: (line) => {
    stdout.write(`${line}\n`);
  },
  ask: async (question) => {
    if (!stdin.isTTY) return undefined;
    const lines = createInterface({ input: stdin, output: stdout });
    try {
      return /^(y|yes|j|ja)$/iu.test((await lines.question(`${question} [y/N] `)).trim());
    } finally {
      lines.close();
    }
  },
};
