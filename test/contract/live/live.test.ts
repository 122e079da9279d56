import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hooksCanBeAsked, type LiveAccount, openAccount } from './account.ts';
import { OBJECT_QUESTIONS } from './objects.ts';
import { type Answer, type Question, table } from './question.ts';
import { TICKET_QUESTIONS } from './tickets.ts';
import { WEBHOOK_QUESTIONS } from './webhooks.ts';

/**
 * What Zendesk's documentation leaves open. Asked of the sandbox, the answers show what it has chosen; asked of a real
 * account (see `account.ts` for the settings), what is so.
 */
const QUESTIONS = [...TICKET_QUESTIONS, ...OBJECT_QUESTIONS, ...WEBHOOK_QUESTIONS];
const NO_HOOK = 'needs a public address in ZENDESK_LIVE_HOOK_URL';

let account: LiveAccount;
const answers: Answer[] = [];

beforeAll(async () => {
  account = await openAccount();
});

afterAll(async () => {
  await account.close();
  process.stdout.write(
    `\nAsked of ${account.kind === 'real' ? 'a real account' : 'the sandbox'}:\n${table(answers)}\n`,
  );
});

const whyNot = ({ unasked, needsHook }: Question) =>
  unasked ?? (needsHook && !hooksCanBeAsked() ? NO_HOOK : undefined);

describe('what only a real account can prove', () => {
  for (const asked of QUESTIONS) {
    const { question, assumed } = asked;
    const reason = whyNot(asked);
    if (reason !== undefined) {
      test.skip(`${question} (${reason})`, () => undefined);
      answers.push({ question, assumed, seen: `not asked: ${reason}` });
      continue;
    }
    test(question, async () => {
      const seen = await asked.ask(account);
      answers.push({ question, assumed, seen });
      expect(seen).not.toBe('');
    });
  }
});
