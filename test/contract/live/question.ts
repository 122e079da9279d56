import type { LiveAccount } from './account.ts';

/** Something that only a real account can answer. */
export interface Question {
  question: string;
  /** What our code assumes, or how it is right either way. */
  assumed: string;
  /**
   * Asks the account. Asserts only what our code relies on; everything else is reported.
   * @returns what was seen, in a few words
   */
  ask(account: LiveAccount): Promise<string>;
  needsHook?: true;
  /** Why it isn't asked on its own. */
  unasked?: string;
}

export interface Answer {
  question: string;
  assumed: string;
  seen: string;
}

/** The answers as a table, one line each. */
export function table(answers: readonly Answer[]): string {
  const rows = [{ question: 'question', assumed: 'assumed', seen: 'seen' }, ...answers];
  return rows.map(({ question, assumed, seen }) => `| ${question} | ${assumed} | ${seen} |`).join('\n');
}
