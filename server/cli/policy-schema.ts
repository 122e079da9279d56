import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { schemaFileText } from '../policies/schema-file.ts';

const FILE = new URL('../../policies/policy.schema.json', import.meta.url);

// Editors check policy files by it while they are written.
await writeFile(FILE, schemaFileText());
process.stdout.write(`${fileURLToPath(FILE)} is written\n`);
