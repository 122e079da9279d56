import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAllowed } from './licences/allowed.ts';
import { type LicensedPackage, licensedPackages } from './licences/packages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const HEAD = `# Licences

Complaint Clock is under the [MIT licence](../LICENSE). These are the packages of the lock file with theirs; all may be used
in software that is handed on under MIT. \`npm run licences\` writes this page, and fails where a new package comes with a
licence that nobody has looked at (\`scripts/licences/allowed.ts\`).

- What is built into the app and the leads' page comes with the texts of its licences: \`third-party-licences.txt\` beside it.
- MPL-2.0 packages are used as they are, in building and testing, and are part of nothing that is handed on.
- The holidays of date-holidays are under CC-BY-3.0: they are named as the source in [calendars.md](calendars.md).
`;

function table(title: string, packages: readonly LicensedPackage[]): string {
  const by = Map.groupBy(packages, ({ licence }) => licence);
  const rows = [...by]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([licence, of]) =>
        `| ${licence} | ${of.length} | ${of.map(({ name, version }) => `${name} ${version}`).join(', ')} |`,
    );
  return `## ${title}\n\n| licence | packages | which |\n| --- | ---: | --- |\n${rows.join('\n')}\n`;
}

/** The page docs/licences.md. Rejects where a package states no licence, or one that is not allowed. */
export async function licencesPage(): Promise<string> {
  const packages = await licensedPackages(root);
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const which = refused.map(({ name, licence }) => `${name} (${licence})`).join(', ');
    throw new Error(`not allowed, or not looked at yet: ${which}; see scripts/licences/allowed.ts`);
  }
  const needed = packages.filter(({ runtime }) => runtime);
  const others = packages.filter(({ runtime }) => !runtime);
  return [
    HEAD,
    table('Needed to run the service', needed),
    table('To build and test, or built into the app', others),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(join(root, 'docs', 'licences.md'), await licencesPage());
