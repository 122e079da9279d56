import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArrows, shortened } from './house/arrows.ts';
import { drawHouse } from './house/draw.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Draws docs/house.svg from the import statements. */
await writeFile(join(root, 'docs', 'house.svg'), drawHouse(shortened(await readArrows(root))));
