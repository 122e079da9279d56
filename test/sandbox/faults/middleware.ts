import type { RequestHandler } from 'express';
import type { RequestFacts } from '../http/request-log.ts';
import type { EndpointOf } from './endpoint.ts';
import type { FaultStore } from './faults.ts';
import { strike } from './strike.ts';

export interface FaultMiddlewareDeps {
  faults: FaultStore;
  endpointOf: EndpointOf;
  /** What the request log will say of a request. */
  facts(req: object): RequestFacts;
  /** The work of a request took effect, and its reply may never be sent. */
  onWorkDone(): void;
}

/** Asks the faults about each request before any route sees it. */
export function createFaultMiddleware(deps: FaultMiddlewareDeps): RequestHandler {
  return (req, res, next) => {
    const endpoint = deps.endpointOf(req.method, req.originalUrl);
    const caller = req.get('authorization') === undefined ? 'browser' : 'program';
    const found = deps.faults.decide({ method: req.method, path: req.originalUrl, endpoint, caller });
    if (!found) return next();
    // No route may ever name the request, so that the log has it from here.
    deps.facts(req).endpoint = endpoint;
    strike(found.effect, { req, res, next, onWorkDone: deps.onWorkDone });
  };
}
