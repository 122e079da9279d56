/** What an app can read, change and do in the place where it runs. Each throws or rejects with words for the app. */
export interface Surface {
  get(path: string): unknown;
  set(path: string, value: unknown): unknown;
  invoke(name: string, args: readonly unknown[]): unknown;
}

/** A part of a surface: undefined (for `set`, false) means that the path is none of its own. */
export interface SurfacePart {
  get?(path: string): { value: unknown } | undefined;
  set?(path: string, value: unknown): boolean;
  invoke?(name: string, args: readonly unknown[]): { result: unknown } | undefined;
}

/** The first part that knows a path answers it. */
export function surfaceOf(parts: readonly SurfacePart[]): Surface {
  return {
    get(path) {
      for (const part of parts) {
        const found = part.get?.(path);
        if (found !== undefined) return found.value;
      }
      throw unknownPath(path);
    },
    set(path, value) {
      if (!parts.some((part) => part.set?.(path, value))) throw unknownPath(path);
    },
    invoke(name, args) {
      for (const part of parts) {
        const found = part.invoke?.(name, args);
        if (found !== undefined) return found.result;
      }
      throw unknownPath(name);
    },
  };
}

function unknownPath(path: string): Error {
  return new Error(`Could not find handler for: "${path}"`);
}

/** Walks `a.b.c` into nested objects. Undefined where a step does not exist; null below what is empty, as the
 * assignee of an unassigned ticket. */
export function valueAt(roots: Record<string, unknown>, path: string): { value: unknown } | undefined {
  let value: unknown = roots;
  for (const step of path.split('.')) {
    if (isNobody(value)) return { value: null };
    if (typeof value !== 'object' || value === null) return undefined;
    const entry = Object.getOwnPropertyDescriptor(value, step);
    if (entry === undefined) return undefined;
    value = entry.get ? entry.get.call(value) : entry.value;
  }
  return { value };
}

function isNobody(value: unknown): boolean {
  return (
    value === null || (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)
  );
}
