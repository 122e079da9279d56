import type express from 'express';
import type { Request, Response } from 'express';
import type { UserRecord, Via } from '../account/records.ts';
import { Fault, forbidden, outOfScope, recordNotFound, unauthorized } from '../fault.ts';
import { idOf, type JsonObject, objectOf } from '../json.ts';
import { scopeAllows } from '../oauth/scopes.ts';
import { type Identity, type IdentityDeps, identify } from './identity.ts';
import { type Limiter, limitHeaders, tooManyRequests } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';

/** One API call, read. */
export interface Call {
  user: UserRecord;
  identity: Identity;
  /** How changes made by this call came in: an agent's browser is `web`, a token is `api`. */
  via: Via;
  /** Query as text by name, `page[size]` included. */
  query: Readonly<Record<string, string | undefined>>;
  body: JsonObject;
  /** The bytes of a body that is no JSON. */
  raw: Buffer | undefined;
  /** Path with query, for links. */
  path: string;
  /** Header of the request. */
  header(name: string): string | undefined;
  /** A header of the reply. */
  setHeaders(headers: Record<string, string>): void;
  /** A part of the path as it is. */
  param(name: string): string;
  /** A part of the path as an id; 404 if it is none. */
  id(name: string): number;
}

export interface Reply {
  status: number;
  body?: unknown;
  /** Sent as it is instead of JSON. */
  raw?: { content: Buffer; type: string };
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent = (): Reply => ({ status: 204 });

/** Who may call a route. */
export interface RouteRule {
  /** Scope name of the resource; absent where only the global scopes reach. */
  scope?: string | undefined;
  /** Least role. Default `agent`. `anonymous` lets callers without credentials through to the handler's `user`. */
  role?: 'admin' | 'agent' | 'end-user' | undefined;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Adds a route to the API. Paths are below `/api/v2`, without `.json`. */
export type Route = (method: Method, path: string, rule: RouteRule, handler: Handler) => void;

/** A route as the sandbox lists it: `PUT /tickets/:id`, below `/api/v2`, and who may call it. */
export interface ListedRoute {
  route: string;
  role: 'admin' | 'agent' | 'end-user' | 'anonymous';
  scope: string | undefined;
}

export interface RouteDeps extends IdentityDeps {
  log: RequestLog;
  /** Filled as routes are added. */
  routes: ListedRoute[];
  limiter: Limiter;
  /** Calls per minute of the account's plan. */
  accountLimit: number;
}

/** Binds routes to a router, with authentication, limits, scopes, roles and error bodies around each handler. */
export function createRoute(router: express.Router, deps: RouteDeps): Route {
  return (method, path, rule, handler) => {
    const route = `${method.toUpperCase()} ${path}`;
    deps.routes.push({ route, role: rule.role ?? 'agent', scope: rule.scope });
    router[method](path, async (req: Request, res: Response) => {
      const facts = deps.log.facts(req);
      facts.endpoint = `${method.toUpperCase()} /api/v2${path}`;
      try {
        const identity = identify(deps, req);
        if (identity.kind === 'refused' || identity.kind === 'anonymous') throw unauthorized();
        facts.userId = identity.user.id;
        spendLimit(deps, identity, res);
        authorize(identity, rule, req);
        send(res, await handler(readCall(req, res, identity, identity.user)));
      } catch (error) {
        sendFault(res, error);
      }
    });
  };
}

/** Calls of tokens count against the account; an agent's own browser does not. */
function spendLimit(deps: RouteDeps, identity: Identity, res: Response): void {
  const budget = { total: deps.accountLimit, spanMs: 60_000 };
  const spent = deps.limiter.spend(identity.kind === 'token' ? 'account' : 'browser', budget);
  res.set(limitHeaders(spent));
  if (spent.over && identity.kind === 'token') throw tooManyRequests(spent);
}

const RANK = { 'end-user': 0, agent: 1, admin: 2 } as const;

function authorize(
  identity: Exclude<Identity, { kind: 'refused' | 'anonymous' }>,
  rule: RouteRule,
  req: Request,
): void {
  const access = req.method === 'GET' || req.method === 'HEAD' ? 'read' : 'write';
  if (identity.kind === 'token' && !scopeAllows(identity.scopes, access, rule.scope))
    throw outOfScope(access);
  if (RANK[identity.user.role] < RANK[rule.role ?? 'agent']) throw forbidden();
}

function readCall(req: Request, res: Response, identity: Identity, user: UserRecord): Call {
  const channel = identity.kind === 'session' ? 'web' : 'api';
  const param = (name: string): string => {
    const value = req.params[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    user,
    identity,
    via: { channel, source: { from: {}, to: {}, rel: null } },
    query: readQuery(req),
    body: objectOf(req.body),
    raw: Buffer.isBuffer(req.body) ? req.body : undefined,
    path: req.originalUrl,
    header: (name) => req.get(name),
    setHeaders: (headers) => void res.set(headers),
    param,
    id(name) {
      const id = idOf(param(name));
      if (id === undefined) throw recordNotFound();
      return id;
    },
  };
}

function readQuery(req: Request): Record<string, string | undefined> {
  const url = new URL(req.originalUrl, 'http://localhost');
  return Object.fromEntries(url.searchParams);
}

function send(res: Response, reply: Reply): void {
  res.status(reply.status);
  if (reply.raw) res.type(reply.raw.type).send(reply.raw.content);
  else if (reply.body === undefined) res.end();
  else res.json(reply.body);
}

/** Answers a fault in its own words. Anything else is a defect of the sandbox and says so. */
export function sendFault(res: Response, error: unknown): void {
  if (error instanceof Fault) {
    res.set(error.headers).status(error.status).json(error.body);
    return;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  res.status(500).json({ error: 'InternalError', description: `The sandbox failed: ${message}` });
}
