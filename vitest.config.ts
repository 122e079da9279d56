import { defineConfig } from 'vitest/config';

/** The domain must give the same dates wherever it runs. */
const ZONES = ['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'];

/** A condition is waited for so long, on a loaded machine too. */
const expect = { poll: { timeout: 60_000, interval: 50 } };

/**
 * Files share a process and the modules it has loaded; each makes what it needs itself, so none sees another. To load
 * them anew for each file would take as long as a third of the tests.
 */
const isolate = false;

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/test-results.json' }]] : ['default'],
    projects: [
      ...ZONES.map((zone) => ({
        // A loaded machine is no reason to fail.
        test: {
          name: `domain ${zone}`,
          include: ['test/domain/**/*.test.ts'],
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
