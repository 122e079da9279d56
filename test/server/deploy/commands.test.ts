import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readServiceDomain } from '../../../scripts/package/service-domain.ts';
import { readArguments as readCases } from '../../../server/cli/cases-arguments.ts';
import { readArguments as readDeadlines } from '../../../server/cli/deadlines-arguments.ts';
import { readArguments as readProvision } from '../../../server/provision/arguments.ts';

/** Reads the arguments as the command does; throws where it would refuse them. */
const READERS: Readonly<Record<string, (argv: readonly string[]) => unknown>> = {
  provision: (argv) => {
    const read = readProvision(argv);
    if (!read.ok) throw new Error(read.message);
    return read.value;
  },
  cases: readCases,
  deadlines: readDeadlines,
  package: ([flag, domain]) => {
    if (flag !== '--service-domain') throw new Error(`package takes no ${flag}`);
    return readServiceDomain(domain);
  },
  'policy:check': (paths) => {
    if (paths.length === 0) throw new Error('no policy is named');
  },
};

/** Scripts that the pages name by their files, in images and units. */
const FILES: Readonly<Record<string, string>> = {
  'server/provision/main.ts': 'provision',
  'server/cli/cases.ts': 'cases',
  'server/cli/policy-check.ts': 'policy:check',
};

const COMMAND =
  /(?:npm run (?:-s )?([\w:]+) -- |node (server\/(?:cli|provision)\/[\w-]+\.ts) )([^`\n#]+?)(?=`|\s*#|\n|$)/g;

test('the commands of the pages on installing, provisioning and deploying can be typed as they stand', async () => {
  const paths = ['docs/install.md', 'docs/provisioning.md'];
  for await (const path of glob('docs/deploy/*.md')) paths.push(path);
  const typed: string[] = [];
  for (const path of paths) {
    for (const [, script, file = '', rest = ''] of (await readFile(path, 'utf8')).matchAll(COMMAND)) {
      const name = script ?? FILES[file] ?? file;
      const read = READERS[name];
      const argv = rest.trim().replaceAll('<ticket>', '42').split(/\s+/);
      expect([path, name, read === undefined ? 'is not read by this test' : 'is read']).toEqual([
        path,
        name,
        'is read',
      ]);
      expect(() => read?.(argv), `${path}: ${name} ${rest}`).not.toThrow();
      typed.push(`${name} ${argv[0]}`);
    }
  }
  expect(new Set(typed)).toEqual(
    new Set([
      'cases erase',
      'cases export',
      'cases list',
      'cases preview',
      'cases recompute',
      'cases show',
      'deadlines --policy',
      'package --service-domain',
      'policy:check policies/ask4.yaml',
      'policy:check policies/yours.yaml',
      'provision apply',
      'provision doctor',
      'provision plan',
      'provision remove',
    ]),
  );
});
