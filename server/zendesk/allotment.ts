import { type Charge, type Division, divide, LEASE_MS, type OthersTake, type Wish } from './division.ts';

/** A question for more, and what becomes of it. Until it is answered, nothing is called that it asks for. */
export interface Claim {
  /** The limits that it is about. */
  readonly keys: readonly string[];
  /** The account's limit, where it was told since the last claim that was granted. */
  readonly limit: number | undefined;
  /** What this process takes, given what the others have. To be kept before any other process decides. */
  decide(others: OthersTake): readonly Charge[];
  /** The decision was kept: it holds. */
  granted(): void;
  /** Nobody knows whether it was kept: nothing may be called before the next one. */
  failed(): void;
}

/** - `frozen`: it is being asked for; `denied`: there was nothing to be had, to be asked for again `inMs`. */
export type Allotted = 'given' | 'short' | 'frozen' | { readonly denied: number };

/** Which of a call's limits has to be asked for first. */
export function worst(answers: readonly Allotted[]): Allotted {
  const denied = answers.filter((one) => typeof one === 'object');
  if (denied.length > 0) return { denied: Math.max(...denied.map((one) => one.denied)) };
  return answers.find((one) => one === 'frozen') ?? answers.find((one) => one === 'short') ?? 'given';
}

export interface ClaimOptions {
  readonly wishes: readonly Wish[];
  readonly share: number;
  readonly news: number | undefined;
  readonly now: () => number;
  /** The wish as it is once the account's limit is known from others. */
  readonly inView: (wish: Wish, others: OthersTake) => Wish;
  readonly onGranted: (others: OthersTake) => void;
}

export interface Allotment {
  /** Whether one more call may be made where so many count. */
  ask(key: string, counted: number, now: number): Allotted;
  claim(options: ClaimOptions): Claim;
}

/** Where nothing was to be had: until some of the others' calls don't count any more. */
const ASK_AGAIN_MS = 1_000;

interface Given {
  readonly most: number;
  readonly until: number;
  readonly deniedUntil: number;
}

const NOTHING: Given = { most: 0, until: 0, deniedUntil: Number.NEGATIVE_INFINITY };

/** What this process was given of each limit that it shares with others. */
export function createAllotment(): Allotment {
  const given = new Map<string, Given>();
  const frozen = new Set<string>();

  const take = (
    divisions: readonly Division[],
    wishes: readonly Wish[],
    since: number,
    now: number,
  ): void => {
    for (const [key, { until, deniedUntil }] of given)
      if (until <= now && deniedUntil <= now) given.delete(key);
    for (const { most, charge } of divisions) {
      const wanted = wishes.find(({ rule }) => rule.key === charge.key)?.wanted ?? 0;
      const deniedUntil = most === 0 && wanted > 0 ? now + ASK_AGAIN_MS : NOTHING.deniedUntil;
      given.set(charge.key, { most, until: since + LEASE_MS, deniedUntil });
    }
  };

  return {
    ask: (key, counted, now) => {
      if (frozen.has(key)) return 'frozen';
      const { most, until, deniedUntil } = given.get(key) ?? NOTHING;
      if (now < until && counted < most) return 'given';
      return now < deniedUntil ? { denied: deniedUntil - now } : 'short';
    },
    claim: ({ wishes, share, news, now, inView, onGranted }) => {
      const keys = wishes.map(({ rule }) => rule.key);
      let decided: { divisions: Division[]; others: OthersTake; since: number } | undefined;
      for (const key of keys) {
        // What was given before must not be used beside what is being decided on.
        frozen.add(key);
        given.delete(key);
      }
      const end = (): void => {
        for (const key of keys) frozen.delete(key);
      };
      return {
        keys,
        limit: news,
        decide: (others) => {
          const divisions = wishes.map((wish) => divide(inView(wish, others), share, others));
          decided = { divisions, others, since: now() };
          return divisions.map(({ charge }) => charge);
        },
        granted: () => {
          end();
          if (!decided) return;
          take(decided.divisions, wishes, decided.since, now());
          onGranted(decided.others);
        },
        failed: () => {
          end();
          for (const key of keys) given.set(key, { ...NOTHING, deniedUntil: now() + ASK_AGAIN_MS });
        },
      };
    },
  };
}
