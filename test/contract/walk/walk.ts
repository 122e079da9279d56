import type { z } from 'zod';
import type { Sandbox } from '../../sandbox/index.ts';
import { sessionHeaders, token } from '../support/client.ts';
import { judge, type Verdict } from './judge.ts';

/**
 * The walk goes over every route of the sandbox and holds each reply against Zendesk's API description.
 *
 * How to add steps: one file per resource in `areas/`, named in `areas.ts`, exporting an `Area`:
 *
 *     export const tickets: Area = async (walk) => {
 *       await walk.step('GET /tickets', { query: { 'page[size]': 1 } });
 *       const made = await walk.step('POST /tickets', { body: { ticket: { subject: 'A', comment: { body: 'B' } } } });
 *       const id = numberAt(made, 'ticket.id');
 *       await walk.step('PUT /tickets/:id', { at: { id }, body: { ticket: { status: 'open' } } });
 *     };
 *
 * - The route is written as it is registered; `at` fills its parts. The result is the reply's JSON.
 * - Each area has a sandbox of its own, started from `support/rich-seed.ts`; the caller is the service user (an
 *   administrator's token, scopes `read write`) unless `as` names a user whose browser session is used.
 * - The status must be one that the description gives for the route, or `status` where it has none (default 200).
 * - A route that the description lacks needs `shape`: a zod schema from Zendesk's public documentation, written in the
 *   area's file. Use `z.strictObject`, so that an invented property is a fault.
 * - A property that the description doesn't name is a fault, unless `known-extras.ts` lists it with its reason.
 * - Where the description itself is wrong, `known-faults.ts` lists the fault with its reason.
 */
export type Area = (walk: Walk) => Promise<void>;

export interface StepOptions {
  /** The route's parts: `{ id: 101 }` for `:id`. */
  at?: Record<string, string | number> | undefined;
  query?: Record<string, string | number | boolean> | undefined;
  body?: unknown;
  /** Sent as it is instead of JSON. */
  raw?: { content: string; type: string } | undefined;
  /** Call with the browser session of this user. */
  as?: number | undefined;
  /** Overrides the statuses of the description. */
  status?: number | undefined;
  /** For what the description lacks. */
  shape?: z.ZodType | undefined;
}

export interface Walk {
  sandbox: Sandbox;
  /** Makes one call and notes what is wrong with its reply. @returns the reply's JSON; undefined without one @throws Error when the call is refused */
  step(route: string, options?: StepOptions): Promise<unknown>;
}

/** What one walk saw. */
export interface WalkReport {
  steps: { route: string; verdict: Verdict }[];
  /** One line per fault. */
  faults: string[];
}

/** A walk over a sandbox; steps are noted in the report. */
export async function createWalk(sandbox: Sandbox, report: WalkReport): Promise<Walk> {
  const own = { authorization: `Bearer ${await token(sandbox)}` };
  return {
    sandbox,
    async step(route, options = {}) {
      const response = await call(sandbox, route, { own, ...options });
      const text = await response.text();
      if (response.status >= 300)
        throw new Error(`${route} answers ${response.status}: ${text.slice(0, 500)}`);
      const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
      const json: unknown = isJson ? JSON.parse(text) : undefined;
      const { verdict, faults } = judge(route, { status: response.status, json, text }, options);
      report.steps.push({ route, verdict });
      const lines = faults.map(
        (fault) => `${route} -> ${response.status}: ${fault.replace(/\[\d+\]/g, '[]')}`,
      );
      report.faults.push(...new Set(lines.filter((line) => !report.faults.includes(line))));
      return json;
    },
  };
}

/** Calls a route as a user's browser, or with the headers of `own`. */
export async function call(
  sandbox: Sandbox,
  route: string,
  options: StepOptions & { own?: Record<string, string> },
): Promise<Response> {
  const [method = '', template = ''] = route.split(' ');
  const url = new URL(`${sandbox.url}/api/v2${fill(template, options.at ?? {})}`);
  for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, String(value));
  const { raw, body } = options;
  const who = options.as === undefined ? (options.own ?? {}) : await sessionHeaders(sandbox, options.as);
  const type = raw ? raw.type : body === undefined ? undefined : 'application/json';
  return fetch(url, {
    method,
    headers: { ...who, ...(type === undefined ? {} : { 'content-type': type }) },
    ...(raw ? { body: raw.content } : body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** `/tickets/:id` with its parts. @throws Error naming the part that `at` lacks */
export function fill(template: string, at: Record<string, string | number>): string {
  return template.replace(/:(\w+)/g, (_match, name: string) => {
    const value = at[name];
    if (value === undefined) throw new Error(`${template}: at.${name} is missing.`);
    return encodeURIComponent(value);
  });
}
