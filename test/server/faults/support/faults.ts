import type { FaultEffect } from '../../../sandbox/faults/effect.ts';
import type { World } from '../../reconcile/support/world.ts';

/** The calls that a look makes, in their order. */
export const CALLS = ['read ticket', 'read audits', 'apply macro', 'update'] as const;
export type Call = (typeof CALLS)[number];

const REST: Readonly<Record<Call, RegExp>> = {
  'read ticket': /^GET (\.json)?$/,
  'read audits': /^GET \/audits(\.json)?$/,
  'apply macro': /^GET \/macros\/\d+\/apply(\.json)?$/,
  update: /^PUT (\.json)?$/,
};

/** The ticket that a request of the service is about, and which of a look's calls it is. */
export function lookCall(method: string, path: string): { ticketId: number; call: Call } | undefined {
  const [, id, rest] = /^\/api\/v2\/tickets\/(\d+)([^?]*)/.exec(path) ?? [];
  const call = CALLS.find((one) => REST[one].test(`${method} ${rest}`));
  return id === undefined || call === undefined ? undefined : { ticketId: Number(id), call };
}

/** What must be true once nothing more happens by itself; anything but "acknowledged" can be seen by a person. */
export type Outcome =
  | 'acknowledged'
  /** The ticket itself is gone, and with it whoever could be written to. */
  | 'deleted'
  /** Listed as given up, with the failure's code. */
  | `given up: ${string}`
  /** The case stands in the ledger with a mark for the lead. */
  | `marked: ${string}`;

export interface Fault {
  readonly name: string;
  /** What becomes of a request that it strikes. */
  readonly effect: (world: World, ticketId: number) => FaultEffect;
  /** What is left where it strikes once. */
  readonly once: Outcome;
  /** What is left as long as it strikes every time; undefined where it can only happen once. */
  readonly lasting?: Outcome | ((call: Call) => Outcome);
  /** Why it can't befall a call. */
  readonly impossible?: (call: Call) => string | undefined;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Fault['effect'] =>
  () => ({ status, body: JSON.stringify(body), headers: { ...JSON_TYPE, ...headers } });
const always =
  (effect: FaultEffect): Fault['effect'] =>
  () =>
    effect;

const LIMITED = { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests exceeded' };
const HTML = '<html><body><center><h1>502 Bad Gateway</h1></center></body></html>';
/** An update whose reply is lost has been carried out: the next reading finds it, and nothing is left to write. */
const unlessWritten =
  (outcome: Outcome) =>
  (call: Call): Outcome =>
    call === 'update' ? 'acknowledged' : outcome;

/** Does something to the ticket at the very moment when the service calls, which then finds it so. */
const meanwhile =
  (work: (world: World, ticketId: number) => Promise<unknown>): Fault['effect'] =>
  (world, ticketId) => {
    // A rejection nobody handles fails the run.
    void work(world, ticketId);
    return { kind: 'slow', ms: 300 };
  };

/** All faults that can be bound to one ticket. */
export const FAULTS: readonly Fault[] = [
  {
    name: '429, Retry-After 2',
    effect: answer(429, LIMITED, { 'retry-after': '2' }),
    once: 'acknowledged',
    lasting: 'given up: rate_limited',
  },
  {
    name: '503, Retry-After 2',
    effect: answer(503, {}, { 'retry-after': '2' }),
    once: 'acknowledged',
    lasting: 'given up: unavailable',
  },
  { name: '503', effect: answer(503, {}), once: 'acknowledged', lasting: 'given up: unavailable' },
  {
    name: '502 HTML',
    effect: always({ kind: 'answer', status: 502, body: HTML, headers: { 'content-type': 'text/html' } }),
    once: 'acknowledged',
    lasting: 'given up: unavailable',
  },
  {
    name: 'reset before effect',
    effect: always({ kind: 'reset', when: 'before' }),
    once: 'acknowledged',
    lasting: 'given up: lost',
  },
  {
    name: 'reset after effect',
    effect: always({ kind: 'reset', when: 'after' }),
    once: 'acknowledged',
    lasting: unlessWritten('given up: lost'),
  },
  {
    name: '12 s silence before effect',
    effect: always({ kind: 'silence', when: 'before' }),
    once: 'acknowledged',
    lasting: 'given up: timed_out',
  },
  {
    name: '12 s silence after effect',
    effect: always({ kind: 'silence', when: 'after' }),
    once: 'acknowledged',
    lasting: unlessWritten('given up: timed_out'),
  },
  {
    name: '401 expired token',
    effect: answer(401, { error: "Couldn't authenticate you" }),
    once: 'acknowledged',
  },
  {
    name: '403',
    effect: answer(403, { error: { title: 'Forbidden', message: 'You do not have access' } }),
    once: 'acknowledged',
    lasting: 'given up: forbidden',
  },
  {
    name: '404 deleted',
    effect: meanwhile(({ priya }, id) => priya.call('DELETE', `tickets/${id}`)),
    once: 'deleted',
  },
  {
    name: '409',
    effect: always({ kind: 'conflict', error: 'UpdateConflict' }),
    once: 'acknowledged',
    lasting: 'given up: conflict',
  },
  {
    name: '422 closed',
    effect: meanwhile(({ priya }, id) => priya.change(id, { status: 'closed' })),
    once: 'marked: solved_with_open_duty',
  },
  {
    name: 'malformed JSON',
    effect: always({ kind: 'malformed' }),
    once: 'acknowledged',
    lasting: unlessWritten('given up: malformed'),
  },
  {
    name: 'macro missing',
    effect: answer(404, { error: 'RecordNotFound', description: 'Not found' }),
    once: 'acknowledged',
    lasting: 'marked: macro_missing',
    impossible: (call) => (call === 'apply macro' ? undefined : 'names no macro'),
  },
];
