import type { OutboundCall } from './outbox.ts';

/** How the way out to webhooks is disturbed. Each method answers with the way to undo it. */
export interface Gate {
  /** Takes a call and lets it out: at once, unless something is in the way. */
  pass(call: OutboundCall): void;
  /** `lost`: calls are gone for good. `late`: they wait, and all leave when it is over. */
  outage(mode: 'lost' | 'late', onCall: () => void): () => void;
  /** Calls are made twice. `strikes` says for each whether. */
  duplicates(strikes: () => boolean): () => void;
  /** Calls are gathered for so many real milliseconds and leave in reverse order. */
  reordering(ms: number, onCall: () => void): () => void;
  stop(): void;
}

interface Disturbance {
  outage: { mode: 'lost' | 'late'; onCall: () => void } | undefined;
  duplicates: (() => boolean) | undefined;
  reordering: { ms: number; onCall: () => void } | undefined;
}

/** @param deliver who makes the call in the end */
export function createGate(deliver: (call: OutboundCall) => void): Gate {
  const now: Disturbance = { outage: undefined, duplicates: undefined, reordering: undefined };
  let late: OutboundCall[] = [];
  let gathered: OutboundCall[] = [];
  let timer: NodeJS.Timeout | undefined;
  const release = () => {
    clearTimeout(timer);
    timer = undefined;
    const calls = gathered.reverse();
    gathered = [];
    for (const call of calls) deliver(call);
  };
  const order = (call: OutboundCall) => {
    if (!now.reordering) return deliver(call);
    now.reordering.onCall();
    gathered.push(call);
    timer ??= setTimeout(release, now.reordering.ms);
  };
  const pass = (call: OutboundCall) => {
    if (now.outage) {
      now.outage.onCall();
      if (now.outage.mode === 'late') late.push(call);
      return;
    }
    order(call);
    if (now.duplicates?.()) order(call);
  };
  const during = <Key extends keyof Disturbance>(key: Key, value: Disturbance[Key], end: () => void) => {
    now[key] = value;
    return () => {
      // Another of its kind may have taken its place.
      if (now[key] !== value) return;
      now[key] = undefined;
      end();
    };
  };
  return {
    pass,
    outage: (mode, onCall) =>
      during('outage', { mode, onCall }, () => {
        const calls = late;
        late = [];
        for (const call of calls) pass(call);
      }),
    duplicates: (strikes) => during('duplicates', strikes, () => undefined),
    reordering: (ms, onCall) => during('reordering', { ms, onCall }, release),
    stop: () => clearTimeout(timer),
  };
}
