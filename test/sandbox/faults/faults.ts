import type { Alarms } from '../alarms.ts';
import type { SandboxClock } from '../clock.ts';
import { type Effect, type FaultEffect, inFull } from './effect.ts';
import type { PresetName } from './presets.ts';
import { type PresetOptions, readPreset } from './read-preset.ts';
import { readRule } from './read-rule.ts';
import type { FaultRequest, FaultRule } from './rule.ts';
import { type FaultWorld, startPreset } from './start-preset.ts';
import { striking } from './striking.ts';

/** What a fault in code may do with an API request. */
export type FaultHook = (request: FaultRequest) => FaultEffect | undefined;

/** A fault that is switched on. */
export interface ActiveFault {
  id: string;
  name: string;
  /** Absent for faults that are rules or code. */
  preset?: PresetName;
  /** The rule it works by; absent where it does something else than strike requests. */
  rule?: FaultRule;
  /** How often it has struck. */
  struck: number;
  /** On the account's clock, ISO. */
  since: string;
  endsAt: string | null;
}

/** Faults that are switched on. They are asked in turn; the first that has something to say decides. */
export interface Faults {
  /** Switches a fault on; the result switches it off. @throws FaultError */
  add(fault: FaultHook | FaultRule): () => void;
  /** Switches a rule on that came from outside. @throws FaultError */
  addRule(rule: unknown): ActiveFault;
  /** Switches a fault on by its name. @throws FaultError */
  preset(name: PresetName, options?: PresetOptions): ActiveFault;
  list(): ActiveFault[];
  /** Switches one off. Tells whether there was one. */
  remove(id: string): boolean;
  clear(): void;
}

export interface FaultStore extends Faults {
  /** What strikes this request, if anything. */
  decide(request: FaultRequest): { effect: Effect; name: string } | undefined;
}

export interface FaultDeps {
  clock: SandboxClock;
  alarms: Alarms;
  random: () => number;
  world: FaultWorld;
  /** Called whenever a fault goes on or off. */
  onChange(): void;
}

interface Entry {
  fault: ActiveFault;
  decide?: (request: FaultRequest) => Effect | undefined;
  off?: (() => void) | undefined;
}

export function createFaults(deps: FaultDeps): FaultStore {
  const entries = new Map<string, Entry>();
  const newFault = namer(deps.clock);
  const remove = (id: string): boolean => {
    const entry = entries.get(id);
    if (!entry) return false;
    entries.delete(id);
    entry.off?.();
    deps.onChange();
    return true;
  };
  const enter = (entry: Entry): ActiveFault => {
    const { fault } = entry;
    entries.set(fault.id, entry);
    if (fault.endsAt !== null) deps.alarms.at(Date.parse(fault.endsAt), () => remove(fault.id));
    deps.onChange();
    return fault;
  };
  const enterRule = (rule: FaultRule, fault: ActiveFault): ActiveFault => {
    fault.rule = rule;
    const struck = () => count(fault);
    return enter({
      fault,
      decide: striking(rule, { random: deps.random, struck, end: () => remove(fault.id) }),
    });
  };
  const addRule = (value: unknown): ActiveFault => {
    const rule = readRule(value);
    return enterRule(rule, newFault(rule.name ?? rule.effect.kind, rule.untilMs));
  };
  return {
    add(given) {
      const fault = typeof given === 'function' ? enter(hooked(given, newFault('code'))) : addRule(given);
      return () => void remove(fault.id);
    },
    addRule,
    preset(name, options = {}) {
      const asked = readPreset(name, options);
      const lasts = asked.minutes === undefined ? undefined : asked.minutes * 60_000;
      const fault: ActiveFault = { ...newFault(name, lasts), preset: name };
      const started = startPreset(asked, { ...deps, onStrike: () => count(fault) });
      if ('effect' in started) {
        const match = { ...started.match, ...asked.reach.match };
        return enterRule({ name, ...asked.reach, match, effect: started.effect }, fault);
      }
      // What is over at once, as the end of all tokens, is not switched on.
      return started.off ? enter({ fault, off: started.off }) : fault;
    },
    list: () => [...entries.values()].map(({ fault }) => ({ ...fault })),
    remove,
    clear() {
      for (const id of [...entries.keys()]) remove(id);
    },
    decide(request) {
      for (const { fault, decide } of [...entries.values()]) {
        const effect = decide?.(request);
        if (effect) return { effect, name: fault.name };
      }
      return undefined;
    },
  };
}

function count(fault: ActiveFault): void {
  fault.struck += 1;
}

function hooked(hook: FaultHook, fault: ActiveFault): Entry {
  return {
    fault,
    decide(request) {
      const effect = hook(request);
      if (effect) count(fault);
      return effect && inFull(effect);
    },
  };
}

/** Numbers faults and stamps their beginning and end. */
function namer(clock: SandboxClock): (name: string, lastsMs?: number) => ActiveFault {
  let last = 0;
  return (name, lastsMs) => {
    last += 1;
    const now = clock.now();
    return {
      id: String(last),
      name,
      struck: 0,
      since: new Date(now).toISOString(),
      endsAt: lastsMs === undefined ? null : new Date(now + lastsMs).toISOString(),
    };
  };
}
