import type { JsonObject } from './json.ts';

/** An answer that is no success: status, body and headers as Zendesk sends them. Thrown, and answered by the router. */
export class Fault extends Error {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Record<string, string>;

  constructor(status: number, body: JsonObject, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** One line of `details`. */
export interface Detail {
  description: string;
  error?: string | null;
  [extra: string]: unknown;
}

export const unauthorized = () => new Fault(401, { error: "Couldn't authenticate you" });

export const forbidden = (
  message = 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
) => new Fault(403, { error: { title: 'Forbidden', message } });

/** What a token without the scope gets. */
export const outOfScope = (scope: string) =>
  new Fault(403, {
    error: 'Forbidden',
    description: `You are missing the following required scopes: ${scope}`,
  });

export const recordNotFound = () => new Fault(404, { error: 'RecordNotFound', description: 'Not found' });

export const invalidEndpoint = () => new Fault(404, { error: 'InvalidEndpoint', description: 'Not found' });

export const badRequest = (message: string, title = 'Invalid attribute') =>
  new Fault(400, { error: { title, message } });

/** 422 with details by attribute (or `base`). */
export const recordInvalid = (details: Record<string, Detail[]>) =>
  new Fault(422, { error: 'RecordInvalid', description: 'Record validation errors', details });

export const blank = (attribute: string, label: string) =>
  recordInvalid({ [attribute]: [{ description: `${label}: cannot be blank`, error: 'BlankValue' }] });

export const ticketClosed = () =>
  recordInvalid({ status: [{ description: 'closed prevents ticket update' }] });

export const updateConflict = () =>
  new Fault(409, {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  });

/** What a plain update may get when two meet in Zendesk's database; trying again helps. */
export const databaseConflict = () =>
  new Fault(409, {
    error: 'DatabaseConflict',
    description: 'Database collision. Please try again later.',
  });

/** Too many background jobs wait or run at once. */
export const tooManyJobs = () =>
  new Fault(429, {
    error: 'TooManyJobs',
    description: 'Too many jobs are currently queued or running. Try again later.',
  });

/** A body beyond what Zendesk takes. */
export const tooLarge = () =>
  new Fault(413, { error: 'PayloadTooLarge', description: 'The request body is too large' });

/** The envelope of the webhooks API and of newer endpoints. */
export const coded = (status: number, code: string, title: string, detail: string) =>
  new Fault(status, { errors: [{ code, title, detail }] });
