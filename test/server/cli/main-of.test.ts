import { expect, it } from 'vitest';
import type { Command } from '../../../server/command/main-of.ts';
import { UsageError } from '../../../server/command/usage-error.ts';
import { run } from './support/run.ts';

const failing =
  (error: unknown): Command =>
  () =>
    Promise.reject(error);

it.each([
  ['what was typed wrong', new UsageError('Say which.'), { code: 2, out: '', err: 'Say which.\n' }],
  ['what failed', new Error('The account is gone.'), { code: 1, out: '', err: 'The account is gone.\n' }],
  ['what is no error', 'odd', { code: 1, out: '', err: 'unknown error\n' }],
])('a command that rejects ends with a reason and no stack: %s', async (_name, error, ended) => {
  expect(await run(failing(error), [])).toEqual(ended);
});

it('a result goes to standard output, what is told meanwhile to standard error', async () => {
  const command: Command = async ({ argv, env, output }) => {
    output.tell(`${argv.length} words`);
    output.print(`named ${env?.NAME}`);
    return 7;
  };
  expect(await run(command, ['one', 'two'], { NAME: 'x' })).toEqual({
    code: 7,
    out: 'named x\n',
    err: '2 words\n',
  });
});

it('text of others can neither move the cursor of a terminal nor turn the writing', async () => {
  const command: Command = async ({ output }) => {
    output.print('a\u001b[2Jb\u202ec\td\ne');
    throw new Error('f\rg');
  };
  expect(await run(command, [])).toEqual({ code: 1, out: 'a?[2Jb?c\td\ne\n', err: 'f?g\n' });
});
