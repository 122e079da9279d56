import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../../..');

export interface AppFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The app as an account knows it, with its manifest and texts; nobody opens its pages here. */
export async function appFolder(version: string): Promise<AppFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-app-'));
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(Object.assign({}, manifest, { version })));
  await cp(join(ROOT, 'translations'), join(folder, 'translations'), { recursive: true });
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'sidebar.html'), '<!doctype html><title>Sidebar</title>');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
