/** Reading parsed JSON that came from outside: each reader answers `undefined` where the value is another thing. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text; a number counts as its digits, as Zendesk takes ids either way. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

/** An id given as a number or as digits. */
export function idOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  return undefined;
}

/** A flag given as a boolean, or as `true`, `false`, `1`, `0`. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === '1' || value === 1) return true;
  if (value === 'false' || value === '0' || value === 0) return false;
  return undefined;
}

/** Texts of a list; a single text with blanks or commas is a list too (`tags: "a b"`). */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  return listOf(value).flatMap((entry) => wordOf(entry) ?? []);
}

export function idsOf(value: unknown): number[] {
  if (typeof value === 'string') return value.split(',').flatMap((part) => idOf(part.trim()) ?? []);
  return listOf(value).flatMap((entry) => idOf(entry) ?? []);
}
