/**
 * The host that the package may send the shared secret to, as given on the command line: `complaints.example.com`.
 * @throws Error for anything that is no bare host name
 */
export function readServiceDomain(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const isName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i.test(
    given,
  );
  if (isName) return given.toLowerCase();
  throw new Error(
    `--service-domain takes the service's host name alone, as in complaints.example.com, not "${given}"`,
  );
}
