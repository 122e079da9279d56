import { stderr, stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';

/** Asks whoever sits at the terminal, beside the results on standard output; undefined where nobody does. */
export async function ask(question: string): Promise<boolean | undefined> {
  if (!stdin.isTTY) return undefined;
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return /^(y|yes|j|ja)$/iu.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
