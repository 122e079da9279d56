import type { Effect } from './effect.ts';

/** Which requests a fault is for; what is absent does not matter. */
export interface FaultMatch {
  method?: string | undefined;
  /** As the request log names it: `PUT /api/v2/tickets/:id`. */
  endpoint?: string | undefined;
  /** A part of path and query, or a regular expression between slashes: `/macros\/\d+/`. */
  path?: string | undefined;
  /** `program`: calls with an Authorization header; `browser`: calls of an agent's session, of apps too. */
  caller?: Caller | undefined;
}

export type Caller = (typeof CALLERS)[number];
export const CALLERS = ['program', 'browser'] as const;

/** A fault as data. Of those that match, `skip` are let through, then each strikes by its `share`. */
export interface FaultRule {
  name?: string | undefined;
  match?: FaultMatch | undefined;
  effect: Effect;
  /** How often it strikes; without end if absent. */
  times?: number | undefined;
  /** So many matching requests are let through first. */
  skip?: number | undefined;
  /** 0 to 1: which part is struck, by the sandbox's seeded random. */
  share?: number | undefined;
  /** How long it lasts, in milliseconds of the account's clock. */
  untilMs?: number | undefined;
}

/** A request, as faults look at it. */
export interface FaultRequest {
  method: string;
  /** Path with query. */
  path: string;
  endpoint: string;
  caller: Caller;
}

/** Is the fault for this request? */
export function fits(match: FaultMatch | undefined, request: FaultRequest): boolean {
  if (!match) return true;
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.endpoint !== undefined && match.endpoint !== request.endpoint) return false;
  if (match.caller !== undefined && match.caller !== request.caller) return false;
  return match.path === undefined || pathFits(match.path, request.path);
}

function pathFits(pattern: string, path: string): boolean {
  const expression = expressionOf(pattern);
  return expression ? expression.test(path) : path.includes(pattern);
}

/**
 * The regular expression of a text between slashes; nothing where the text is a plain part of a path. A part such as
 * `/tickets/` is read as an expression too, and means nearly the same.
 * @throws SyntaxError
 */
export function expressionOf(pattern: string): RegExp | undefined {
  const inside = /^\/(.+)\/$/.exec(pattern)?.[1];
  return inside === undefined ? undefined : new RegExp(inside);
}
