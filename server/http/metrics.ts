import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Metrics } from '../metrics/index.ts';
import { refuse } from './answers.ts';

export interface MetricsRouterOptions {
  readonly metrics: Pick<Metrics, 'text' | 'contentType' | 'onWebhook'>;
  /** What asks must send it as a bearer token. Without one, only this machine itself is answered. */
  readonly token: string | undefined;
  /** Whether a proxy is known to stand in front: what comes from this machine may then come from anywhere. */
  readonly behindProxy?: boolean;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Compared by their digests, which are of one length: the time taken tells nothing, not even a length. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function mayRead(request: Request, { token, behindProxy }: MetricsRouterOptions): boolean {
  if (token !== undefined) return same(request.get('authorization') ?? '', `Bearer ${token}`);
  if (behindProxy) return false;
  // One that isn't known passes on what comes from outside too, and mostly says so.
  const forwarded = request.get('x-forwarded-for') ?? request.get('forwarded');
  return forwarded === undefined && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

/** `GET /metrics`, in Prometheus's text format. To whom it isn't meant for there is nothing at this address. */
export function metricsRouter(options: MetricsRouterOptions): Router {
  const { metrics } = options;
  const router = Router();
  router.get('/metrics', async (request: Request, response: Response) => {
    if (!mayRead(request, options)) return refuse(response, 404, 'not_found');
    const text = await metrics.text();
    response.set('Cache-Control', 'no-store').set('Content-Type', metrics.contentType).send(text);
  });
  return router;
}

const RESULTS: Readonly<Record<number, string>> = {
  202: 'accepted',
  400: 'malformed',
  401: 'bad_signature',
  405: 'wrong_method',
  413: 'too_large',
  415: 'wrong_type',
  503: 'not_stored',
};

/** Counts the answers of the webhook. Stands before it. */
export function countWebhooks(metrics: Pick<Metrics, 'onWebhook'>): RequestHandler {
  return (_request, response, next) => {
    response.on('finish', () => metrics.onWebhook(RESULTS[response.statusCode] ?? 'other'));
    next();
  };
}
