import { expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { AGENT, ENGLISH, SEED } from '../support/seed.ts';

test('a seed that contradicts itself is refused with what is wrong', async () => {
  const bad = {
    ...SEED,
    tickets: [{ id: 1, subject: 'x', requester_id: 4711, comments: [{ author_id: AGENT, body: 'x' }] }],
  };
  await expect(startSandbox({ seed: bad })).rejects.toThrow(/ticket 1: names user 4711/);
  const late = {
    ...SEED,
    tickets: [
      {
        id: 1,
        subject: 'x',
        requester_id: ENGLISH,
        created_at: 'soon',
        comments: [{ author_id: AGENT, body: 'x' }],
      },
    ],
  };
  await expect(startSandbox({ seed: late })).rejects.toThrow(/created_at.*is no time/s);
});
