import { isObject, type JsonObject } from '../json.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import type { FaultList } from './fault.ts';
import { type PackageFiles, textOfFile } from './package-files.ts';

/** Codes for what may be wrong with a JSON file. */
interface Codes {
  notJson: string;
  notObject: string;
  duplicate?: string;
}

/** A JSON object of the package; undefined, with the faults noted, where it is none or isn't there. */
export function readJsonObject(
  files: PackageFiles,
  name: string,
  { faults, codes }: { faults: FaultList; codes: Codes },
): JsonObject | undefined {
  const text = textOfFile(files, name);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    faults.error(codes.notJson, name, `is not proper JSON: ${reason}. Mend it.`);
    return undefined;
  }
  if (!isObject(value)) {
    faults.error(codes.notObject, name, 'must hold a JSON object.');
    return undefined;
  }
  if (codes.duplicate !== undefined)
    for (const key of duplicateKeys(text))
      faults.error(codes.duplicate, name, `has the key "${key}" twice. Remove one.`);
  return value;
}
