import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policyCheck } from '../../../server/cli/policy-check-command.ts';
import { runProgram } from '../../support/process.ts';
import { altered, folderWith, GOOD } from '../policies/support/texts.ts';
import { run } from './support/run.ts';

const PROGRAM = 'server/cli/policy-check.ts';

it('says of a policy without faults what it is', async () => {
  expect(await runProgram([PROGRAM, 'policies/ask4.yaml'])).toEqual({
    code: 0,
    out: expect.stringMatching(
      /^policies\/ask4\.yaml: policy ask4, version \S+ from \d{4}-\d\d-\d\d, \d+ regimes, no faults\n$/,
    ),
    err: '',
  });
});

it('explains each fault with its line, and exits with 1', async () => {
  const folder = await folderWith({
    'a.yaml': altered('after: received', 'after: recieved'),
    'b.yaml': GOOD,
  });
  const [a, b] = [join(folder, 'a.yaml'), join(folder, 'b.yaml')];
  const ran = await runProgram([PROGRAM, a, b]);
  expect(ran.code).toBe(1);
  expect(ran.out.split('\n')).toEqual([
    `${a}:20:16: "recieved" is not known here: did you mean "received"?`,
    '   20 |         after: recieved',
    '      |                ^',
    `${b}: policy small, version 1 from 2020-01-01, 1 regime, no faults`,
    '',
  ]);
});

it('checks files beside each other', async () => {
  const folder = await folderWith({ 'a.yaml': GOOD, 'b.yaml': altered("version: '1'", "version: '2'") });
  const ran = await run(policyCheck, [folder]);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(
    /b\.yaml:3:16: .*a\.yaml has a version of "small" from the same day: let one begin later/,
  );
});

it('two policies for all tickets are alternatives, as long as nobody uses both', async () => {
  const folder = await folderWith({ 'a.yaml': GOOD, 'b.yaml': altered('id: small', 'id: other') });
  expect((await run(policyCheck, [folder])).code).toBe(0);
});

it('names a policy that reaches beyond what is known of public holidays', async () => {
  const folder = await folderWith({ 'slow.yaml': altered('10 working days', '40 months') });
  const ran = await run(policyCheck, [folder]);
  expect(ran.code).toBe(1);
  expect(ran.out).toMatch(/slow\.yaml: .*"own\.response" may fall due as late as .* shorten the periods/);
});

it.each([
  ['no file', [], /^Say which file to check\./],
  ['a file that is not there', ['nowhere.yaml'], /^nowhere\.yaml can't be read: check the path/],
  ['an option', ['--fix'], /^There is no option --fix\./],
])('%s: exits with 2 and says how it is used', async (_name, args, message) => {
  const ran = await run(policyCheck, args);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toMatch(message);
  expect(ran.err).toContain('npm run policy:check -- policies/ask4.yaml');
});
