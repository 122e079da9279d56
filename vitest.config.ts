import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** The domain must give the same dates wherever it runs. */
const ZONES = ['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'];

/** What is said of texts is said once: no date is in them. */
const TIMELESS = ['plain-address', 'plain-language', 'text-evidence', 'text-phrases'].map(
  (name) => `test/domain/${name}.test.ts`,
);

/** A condition is waited for so long, on a loaded machine too. */
const expect = { poll: { timeout: 60_000, interval: 50 } };

/**
 * Files share a process and the modules it has loaded; each makes what it needs itself, so none sees another. To load
 * them anew for each file would take as long as a third of the tests.
 */
const isolate = false;

export default defineConfig({
  test: {
    // Half of a test's time is waiting: for Postgres, a process, a clock. Three keep two cores busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/test-results.json' }]] : ['default'],
    projects: [
      ...ZONES.map((zone, index) => ({
        // A loaded machine is no reason to fail.
        test: {
          name: `domain ${zone}`,
          include: ['test/domain/**/*.test.ts'],
          exclude: index === 0 ? [] : TIMELESS,
          env: { TZ: zone },
          isolate,
          testTimeout: 60_000,
        },
      })),
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/demo/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect,
          isolate,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/app/**/*.test.{ts,tsx}', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          isolate,
        },
      },
    ],
  },
});
