import { readFileSync } from 'node:fs';

/** Prints the sum of the last test run, which `CI=true npm test` leaves in dist/test-results.json. */
const file = process.argv[2] ?? 'dist/test-results.json';

function counts(): { passed: number; failed: number } {
  try {
    const results: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (
      typeof results === 'object' &&
      results !== null &&
      'numPassedTests' in results &&
      'numFailedTests' in results
    ) {
      const broken = 'numFailedTestSuites' in results ? Number(results.numFailedTestSuites) : 0;
      const failed = Number(results.numFailedTests);
      return { passed: Number(results.numPassedTests), failed: failed === 0 ? broken : failed };
    }
  } catch (error) {
    process.stderr.write(
      `no test results in ${file}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
  return { passed: 0, failed: 1 };
}

const { passed, failed } = counts();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
