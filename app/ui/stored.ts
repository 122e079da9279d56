import type { z } from 'zod/mini';

/** All that the app keeps in the browser stands under names that begin so. */
const PREFIX = 'complaint-clock:';
/** Longer than any form of ours: what is kept for longer only fills the browser. In milliseconds. */
const KEPT_FOR = 30 * 86_400_000;

/**
 * The browser's storage, or nothing: frames may be denied it, and then the app works without memory.
 */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** What was kept under the name, as far as it can still be read. */
export function readStored<T>(name: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const text = storage()?.getItem(PREFIX + name);
    if (!text) return undefined;
    const parsed = schema.safeParse(JSON.parse(text).value);
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Damaged or out of reach: as good as nothing kept.
    return undefined;
  }
}

/** Keeps a value of JSON; answers whether that worked. */
export function writeStored(name: string, value: unknown, now: number): boolean {
  try {
    storage()?.setItem(PREFIX + name, JSON.stringify({ at: now, value }));
    return storage() !== undefined;
  } catch {
    // Full: what was typed stays in the page, only a reload would lose it.
    return false;
  }
}

export function dropStored(name: string): void {
  try {
    storage()?.removeItem(PREFIX + name);
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

function ageOf(text: string | null, now: number): number {
  try {
    return now - Number(JSON.parse(text ?? '{}').at ?? 0);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Takes away what was kept long ago: what an agent once typed must not lie in a browser for good. */
export function dropOldStored(now: number): void {
  const place = storage();
  if (!place) return;
  const names = Array.from({ length: place.length }, (_, index) => place.key(index) ?? '');
  for (const name of names) {
    if (name.startsWith(PREFIX) && ageOf(place.getItem(name), now) > KEPT_FOR) place.removeItem(name);
  }
}
