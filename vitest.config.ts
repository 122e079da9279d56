import { defineConfig } from 'vitest/config';

/** The domain must give the same dates wherever it runs. */
const ZONES = ['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'];

/** A condition is waited for so long, on a loaded machine too. */
const expect = { poll: { timeout: 20_000, interval: 50 } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/test-results.json' }]] : ['default'],
    projects: [
      ...ZONES.map((zone) => ({
        // Pure, so the files can share their modules; a loaded machine is no reason to fail.
        test: {
          name: `domain ${zone}`,
          include: ['test/domain/**/*.test.ts'],
          env: { TZ: zone },
          isolate: false,
          testTimeout: 60_000,
        },
      })),
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/demo/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/app/**/*.test.{ts,tsx}', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          expect,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
