import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * The program of npm start. Its modules are compiled at the first start and kept, which halves the time of every other;
 * kept with the packages, where nobody else writes, and not at all where that folder can't be written.
 */
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/complaint-clock', import.meta.url)));
await import('./run.ts');
