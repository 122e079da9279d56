import express, { type Router } from 'express';
import type { HostContext } from './context.ts';
import type { InstalledApps } from './installed-apps.ts';
import { type PreparedRequest, prepareRequest, proxyRequestShape } from './proxy-request.ts';
import { RefusedRequest } from './refused-request.ts';

/** What came back, for the workspace to hand to the app. */
interface ProxyReply {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Zendesk's proxy for requests of apps to other hosts: secure settings and tokens are filled in here, so that the
 * page never sees them. A host that can't be reached is a reply with 502, one that is too slow 504, as Zendesk's.
 */
export function createProxyRouter(context: HostContext, apps: InstalledApps): Router {
  const router = express.Router();
  router.post('/:id/request', express.json({ limit: '2mb' }), async (request, response) => {
    if (context.sessionUser(request) === undefined) {
      response.status(401).json({ error: 'Sign in to the workspace first.' });
      return;
    }
    const app = await apps.byId(Number(request.params.id));
    const parsed = proxyRequestShape.safeParse(request.body);
    if (app === undefined || !parsed.success) {
      response.status(app ? 400 : 404).json({ error: parsed.error?.message ?? 'No such app.' });
      return;
    }
    try {
      const prepared = prepareRequest(parsed.data, app, Date.now());
      response.json(await sent(prepared, parsed.data.timeout));
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      response.json(failure(400, 'Bad Request', error.message));
    }
  });
  return router;
}

async function sent({ url, method, headers, body }: PreparedRequest, timeout: number): Promise<ProxyReply> {
  try {
    const reply = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(timeout),
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: reply.status,
      statusText: reply.statusText,
      headers: Object.fromEntries(reply.headers),
      body: await reply.text(),
    };
  } catch (error) {
    const tooSlow = error instanceof DOMException && error.name === 'TimeoutError';
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return tooSlow ? failure(504, 'Gateway Timeout', reason) : failure(502, 'Bad Gateway', reason);
  }
}

function failure(status: number, statusText: string, error: string): ProxyReply {
  return {
    status,
    statusText,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error }),
  };
}
