import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { describeError } from './describe-error.ts';

/** What every line of a piece of work says besides its own: found together by it, from the webhook to the update. */
export interface LogContext {
  readonly ticketId: number;
  /** The id of the webhook's invocation, or one of our own. */
  readonly correlation: string;
}

// No state: it holds nothing outside of `withLogContext`.
const contexts = new AsyncLocalStorage<LogContext>();

/** Runs `work`, and all that it starts, with `context` in each line that is logged meanwhile. */
export function withLogContext<T>(context: LogContext, work: () => Promise<T>): Promise<T> {
  return contexts.run(context, work);
}

/** Names under which a secret or a customer's words could slip in; nothing is meant to log any of them. */
const NEVER_LOGGED = [
  ...[
    'authorization',
    'cookie',
    'password',
    'secret',
    'clientSecret',
    'client_secret',
    'token',
    'access_token',
  ],
  ...['body', 'html_body', 'htmlBody', 'text', 'subject', 'description', 'email', 'requester', 'databaseUrl'],
];

function tellError(value: unknown): unknown {
  return value instanceof Error ? describeError(value) : value;
}

/** The settings of the service's log: JSON lines, each with its context, no secret and no text of a ticket. */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    mixin: () => ({ ...contexts.getStore() }),
    // An error's own properties may quote what it failed on.
    serializers: { error: tellError, err: tellError },
    redact: { paths: NEVER_LOGGED.flatMap((name) => [name, `*.${name}`]), censor: '[not logged]' },
  };
}

/** The service's log; to standard output where no stream is given. */
export function createLog(level: string, stream?: DestinationStream): Logger {
  return stream ? pino(logOptions(level), stream) : pino(logOptions(level));
}
