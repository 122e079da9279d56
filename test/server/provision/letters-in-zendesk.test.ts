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

const GREETINGS = {
  english: 'Hello',
  german: 'Guten Tag',
  spanish: 'Buenos días',
  french: 'Bonjour',
  dutch: /Geachte|Goedendag/u,
} as const;

describe.each(MACRO_KEYS)('the macro %s', (key) => {
  it.each([
    'english',
    'german',
    'spanish',
    'french',
    'dutch',
  ] as const)('speaks to a requester in %s, with everything filled in', async (ticket) => {
    const reply = await render(ticket, key);
    // A paragraph for other letters greets nobody.
    if (key !== 'data_protection') expect(reply.text).toMatch(GREETINGS[ticket]);
    expect(reply.text).not.toMatch(/\{\{|\{%|dc\./u);
    expect(reply.text).toContain('ASK4');
    expect(reply.htmlBody).toContain(`${TICKETS[ticket]}`);
    expect(reply.htmlBody).toMatch(/<p>.*<\/p>/u);
    expect(reply.public).toBe(true);
  });
});

describe('the acknowledgement', () => {
  it('repeats nothing that the customer typed', async () => {
    for (const ticket of ['english', 'german', 'spanish', 'french', 'dutch'] as const) {
      expect((await render(ticket, 'acknowledgement')).text).not.toContain(TYPED);
    }
    // The names of the seeded customers hold those words, so another letter shows that the check can fail.
    expect((await render('english', 'status_update')).text).toContain(TYPED);
  });

  it('is what its tag says it is', async () => {
    expect((await render('english', 'acknowledgement')).tags).toContain('complaint_ack_sent');
    expect((await render('english', 'how_to_complain')).tags ?? []).not.toContain('complaint_ack_sent');
    expect((await render('english', 'appeal_acknowledgement')).tags).toContain('complaint_ack_sent');
    expect((await render('english', 'adr_letter')).tags).toContain('complaint_adr_letter_sent');
  });
});

describe('the formal response', () => {
  it.each([
    'upheld',
    'partly_upheld',
    'not_upheld',
  ] as const)('chooses the outcome too: %s', async (outcome) => {
    const { macros, fields } = objects;
    const reply = await account.rest.get(
      `tickets/${TICKETS.english}/macros/${macros[`response_${outcome}`]}/apply`,
    );
    expect(JSON.stringify(reply)).toContain(`complaint_outcome_${outcome}`);
    expect(JSON.stringify(reply)).toContain(String(fields.outcome));
  });
});
