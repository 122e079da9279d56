/** What is held until when. */
export function createHolds() {
  const held = new Map<string, number>();
  return {
    hold: (key: string, until: number): void => {
      held.set(key, Math.max(until, held.get(key) ?? until));
    },
    waitFor: (keys: readonly string[], now: number): number => {
      for (const [key, until] of held) if (until <= now) held.delete(key);
      return Math.max(0, ...keys.map((key) => (held.get(key) ?? now) - now));
    },
  };
}
