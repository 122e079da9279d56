import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take far longer than their size tells, the longest first: begun last, one of them would be waited for by
 * a run that is done with all others. Whoever makes one shorter takes it off; nothing else depends on the list.
 */
const LONGEST: readonly string[] = [
  'test/server/soak.test.ts',
  'test/server/faults/matrix.test.ts',
  'test/server/crash/killed.test.ts',
  'test/server/reconcile/events.test.ts',
  'test/server/rebuild/process.test.ts',
  'test/server/restart.test.ts',
  'test/server/readme.test.ts',
  'test/server/faults/webhook-outage.test.ts',
];

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((path) => moduleId.endsWith(path));
  return rank === -1 ? LONGEST.length : rank;
}

/**
 * The usual order, project by project, but with the longest files of each first. A project's files stay together, for
 * a process goes on with the next file only where that is of the same project.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const projects = [...new Set(usual.map(({ project }) => project))];
    return projects.flatMap((one) =>
      usual.filter(({ project }) => project === one).toSorted((a, b) => rankOf(a) - rankOf(b)),
    );
  }
}
