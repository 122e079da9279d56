import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../server/provision/arguments.ts';

describe('the command line', () => {
  it('reads a command and its switches', () => {
    expect(readArguments(['apply', '--yes', '--json', '--language', 'de'])).toEqual({
      ok: true,
      value: {
        command: 'apply',
        yes: true,
        json: true,
        planOnly: false,
        withFields: false,
        force: [],
        resetTexts: false,
        language: 'de',
        triedOn: undefined,
      },
    });
    expect(readArguments(['remove', '--plan', '--with-fields'])).toMatchObject({
      ok: true,
      value: { command: 'remove', planOnly: true, withFields: true },
    });
    expect(readArguments(['apply', '--force', 'text:appeal_outcome', '--force', 'view:today'])).toMatchObject(
      {
        ok: true,
        value: { force: ['text:appeal_outcome', 'view:today'] },
      },
    );
    expect(readArguments(['plan'])).toMatchObject({ ok: true, value: { yes: false, language: undefined } });
  });

  it.each([
    [[]],
    [['destroy']],
    [['plan', 'apply']],
    [['plan', '--force']],
    [['plan', '--force', 'text:nonsense']],
    [['apply', '--with-fields']],
    [['apply', '--plan']],
    [['plan', '--language', 'pt']],
    [['plan', '--tried-on', '42']],
    [['doctor', '--tried-on', 'all']],
  ])('refuses %j and says how it is used', (argv) => {
    expect(readArguments(argv)).toMatchObject({
      ok: false,
      message: expect.stringContaining('npm run provision'),
    });
  });
});
