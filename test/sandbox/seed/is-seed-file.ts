import { isObject, listOf } from '../json.ts';
import type { SeedFile } from './seed-file.ts';

/**
 * Might parsed JSON be a seed? It is an object with at least one of a seed's lists, or an empty one. What is wrong
 * inside is told by path when its settings are read.
 */
export function isSeedFile(value: unknown): value is SeedFile {
  if (!isObject(value)) return false;
  const names = Object.keys(value);
  return names.length === 0 || names.some((name) => listOf(value[name]).length > 0 || isObject(value[name]));
}
