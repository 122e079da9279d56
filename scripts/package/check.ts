import { checkPackage, faultLine, openPackage } from '../../test/sandbox/packages/index.ts';

/**
 * Reads a zip back and holds it against the rules of an upload to Zendesk. Answers a line for each warning, which stops
 * no upload.
 * @throws Error with a line for each fault that does
 */
export function checkZip(path: string): string[] {
  const faults = checkPackage(openPackage(path));
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return faults.map(faultLine);
  throw new Error(
    `Zendesk would not take the package:\n${errors.map((one) => `  ${faultLine(one)}`).join('\n')}`,
  );
}
