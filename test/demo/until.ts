/** Polls until `find` gives something. Rejects, saying what was waited for, after `withinMs` of real time. */
export async function until<T>(
  what: string,
  find: () => Promise<T | undefined>,
  withinMs = 90_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
