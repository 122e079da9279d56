/** A map that remembers for a while what it held, so that a reader can be shown how things stood a moment ago. */
export interface TimedMap<Value> extends Map<number, Value> {
  /** What the map held at an instant (epoch ms); as far back as it remembers. */
  asOf(ms: number): Map<number, Value>;
}

export interface TimedMapOptions {
  /** Epoch ms. */
  now: () => number;
  /** While this says no (a seed is being loaded), changes leave no trace. */
  recording: () => boolean;
}

/** A value that was replaced: it held until that instant. */
interface Past<Value> {
  until: number;
  value: Value | undefined;
}

/** States kept per record; the oldest go first. */
const KEPT = 50;

export function createTimedMap<Value>(options: TimedMapOptions): TimedMap<Value> {
  const past = new Map<number, Past<Value>[]>();
  class Remembering extends Map<number, Value> {
    override set(key: number, value: Value): this {
      this.remember(key);
      return super.set(key, value);
    }
    override delete(key: number): boolean {
      this.remember(key);
      return super.delete(key);
    }
    asOf(ms: number): Map<number, Value> {
      const seen = new Map<number, Value>(this);
      for (const [key, states] of past) {
        const state = states.find((one) => one.until > ms);
        if (!state) continue;
        if (state.value === undefined) seen.delete(key);
        else seen.set(key, state.value);
      }
      return new Map([...seen].sort(([a], [b]) => a - b));
    }
    private remember(key: number): void {
      if (!options.recording()) return;
      const states = past.get(key) ?? [];
      states.push({ until: options.now(), value: this.get(key) });
      past.set(key, states.slice(-KEPT));
    }
  }
  return new Remembering();
}
