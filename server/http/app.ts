import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { type Refusal, refuse } from './answers.ts';
import { type Check, healthRouter } from './health.ts';
import { type WebhookOptions, webhookRouter } from './webhook.ts';

export interface AppOptions extends WebhookOptions {
  readonly checks: Readonly<Record<string, Check>>;
}

/** What Express's body reader refuses, by the type of its error. */
const READER_FAULTS: Readonly<Record<string, readonly [number, Refusal]>> = {
  'entity.too.large': [413, 'payload_too_large'],
  'encoding.unsupported': [415, 'unsupported_media_type'],
  'request.aborted': [400, 'incomplete_body'],
  'request.size.invalid': [400, 'incomplete_body'],
};

function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';
    const known = READER_FAULTS[type];
    if (!known) log.error({ error: describeError(error) }, 'a request failed');
    const [status, refusal] = known ?? [500, 'internal'];
    // What is left of the body is not read, so the connection can't be used again.
    response.set('Connection', 'close');
    refuse(response, status, refusal);
  };
}

export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(helmet());
  app.use('/webhooks/zendesk', webhookRouter(options));
  app.use(healthRouter(options.checks));
  app.use((_request, response) => refuse(response, 404, 'not_found'));
  app.use(errorHandler(options.log));
  return app;
}
