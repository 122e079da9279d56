import { z } from 'zod';
import { type Child, startChild } from './child.ts';

/** What stands behind the route: wakes in group commits; nothing; a queue that takes each by an insert of its own. */
export const ROUTE_KINDS = ['durable', 'bare', 'queue'] as const;

export type RouteKind = (typeof ROUTE_KINDS)[number];

export interface Route extends Child {
  readonly port: number;
}

export const SECRET = 'a-secret-of-the-bench-with-40-letters-..';

export async function startRoute(kind: RouteKind, databaseUrl: string): Promise<Route> {
  const child = startChild('./route-process.ts', [kind, databaseUrl, SECRET]);
  const { port } = await child.told(z.object({ port: z.number() }));
  return { ...child, port };
}
