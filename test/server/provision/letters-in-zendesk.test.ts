import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MACRO_KEYS } from '../../../server/provision/definition/keys.ts';
import { type AccountObjects, type MacroKey, provision } from '../../../server/provision/index.ts';
import { SETTINGS, startAccount, type TestAccount, TICKETS, TYPED } from './account.ts';

let account: TestAccount;
let objects: AccountObjects;

beforeAll(async () => {
  account = await startAccount();
  objects = await provision(account.rest, SETTINGS);
});
afterAll(() => account.sandbox.stop());

const render = async (ticket: keyof typeof TICKETS, macro: MacroKey) => {
  const result = await account.port.applyMacro(TICKETS[ticket], objects.macros[macro]);
  return { ...result, text: `${result.body} ${result.htmlBody ?? ''}` };
};

describe.each(MACRO_KEYS)('the macro %s', (key) => {
  it("speaks the requester's language, with everything filled in", async () => {
    const english = await render('english', key);
    const german = await render('german', key);
    expect(english.text).toContain('Hello');
    expect(german.text).toContain('Guten Tag');
    for (const { text } of [english, german]) {
      expect(text).not.toMatch(/\{\{|\{%|dc\./u);
      expect(text).toContain('ASK4');
    }
    expect(english.htmlBody).toContain(`${TICKETS.english}`);
    expect(german.htmlBody).toMatch(/<p>.*<\/p>/u);
    expect(german.public).toBe(true);
  });
});

describe('the acknowledgement', () => {
  it('repeats nothing that the customer typed', async () => {
    for (const ticket of ['english', 'german'] as const) {
      expect((await render(ticket, 'acknowledgement')).text).not.toContain(TYPED);
    }
    // The names of the seeded customers hold those words, so another letter shows that the check can fail.
    expect((await render('english', 'status_update')).text).toContain(TYPED);
  });

  it('is what its tag says it is', async () => {
    expect((await render('english', 'acknowledgement')).tags).toContain('complaint_ack_sent');
    expect((await render('english', 'how_to_complain')).tags ?? []).not.toContain('complaint_ack_sent');
  });
});
