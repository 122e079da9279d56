import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtOnce, hashOf, root, runVite } from './build/built-once.ts';

const INPUTS = [
  'scripts/build-dashboard.ts',
  'app',
  'domain',
  'translations',
  'vite.dashboard.config.ts',
  'scripts/build',
  'package-lock.json',
];

/**
 * Builds the leads' page and answers its folder, `dist/dashboard`: index.html and hashed files in assets/. The service
 * serves it at /dashboard and puts the session into the page. Nothing is built where the inputs are those of the last
 * build. Safe to call from several processes at once.
 */
export async function buildDashboard(): Promise<string> {
  return await builtOnce({
    target: join(root, 'dist', 'dashboard'),
    hash: await hashOf(INPUTS),
    proof: 'index.html',
    build: (staging) => runVite('vite.dashboard.config.ts', staging),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await buildDashboard()}\n`);
