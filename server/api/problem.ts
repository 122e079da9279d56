import type { Response } from 'express';

/** What the app API refuses, by codes that don't change: the status, and what to do about it. */
const PROBLEMS = {
  app_api_off: [
    503,
    'The app API is off: set APP_SHARED_SECRET, and the same secret in the settings of the app.',
  ],
  token_missing: [401, 'Send "Authorization: Bearer <token>", signed with the secret of the app.'],
  token_invalid: [
    401,
    'The token can not be taken: it must be signed by HS256 with APP_SHARED_SECRET, say "iat", "exp" and "account", and hold for 10 minutes at most.',
  ],
  token_expired: [401, 'The token has expired. Ask again with a new one; check the clock of this machine.'],
  token_not_yet_valid: [401, 'The token is from the future. Check the clock of this machine.'],
  wrong_account: [403, 'The token is for another Zendesk account than the service. Check ZENDESK_ACCOUNT.'],
  session_missing: [401, 'Open the page in Zendesk: it sends "Authorization: Bearer <session>".'],
  session_required: [
    401,
    'This address takes the session of a page that Zendesk opened for a person, not a token of the app, which proves no person.',
  ],
  session_invalid: [401, 'The session can not be taken. Open the page in Zendesk again.'],
  session_expired: [401, 'The session has expired. Renew it by POST /api/v1/session.'],
  session_over: [401, 'The page has been open for 12 hours. Open it in Zendesk again.'],
  not_a_lead: [
    403,
    'Only team leads see this: administrators, and who is in a group of LEAD_GROUPS or has a role of LEAD_ROLES.',
  ],
  access_gone: [403, 'You may no longer see this. Ask an administrator of the Zendesk account.'],
  ticket_not_visible: [
    403,
    'Zendesk does not show you all tickets of this case, so you do not get its file.',
  ],
  action_not_found: [404, 'There is no such action. GET /api/v1/actions lists them.'],
  not_json: [415, 'Send the body as JSON, with "Content-Type: application/json".'],
  payload_too_large: [413, 'The body has more bytes than this address takes.'],
  malformed_body: [400, 'The body is no whole JSON document.'],
  invalid_body: [422, 'Some members of the body can not be taken; "faults" says which, and why.'],
  not_found: [404, 'There is nothing at this address.'],
  case_not_found: [404, 'The service knows no case of this ticket.'],
  policy_not_found: [404, 'The service has no such policy. GET /api/v1/policy lists them.'],
  method_not_allowed: [405, 'This address does not take this method; the header Allow says which it does.'],
  malformed_request: [400, 'The address can not be decoded.'],
  invalid_query: [422, 'Some parameters can not be taken; "faults" says which, and why.'],
  calendar_coverage: [422, 'These dates lie outside the calendar, and dates are never guessed.'],
  tickets_gone: [
    410,
    'Zendesk has deleted the tickets of this case. What the ledger still holds: npm run cases -- export.',
  ],
  too_many_files: [429, 'Two case files are being made already. Ask again in a moment.'],
  too_many_requests: [429, 'Too many requests in this second. Ask again in a moment.'],
  unavailable: [503, 'The database can not be reached. Ask again in a while.'],
  zendesk_unavailable: [503, 'Zendesk can not be asked just now. Ask again in a while.'],
  internal: [500, 'Something went wrong in the service; its log says what.'],
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Fault {
  /** The parameter. */
  readonly name: string;
  readonly message: string;
}

export interface ProblemMore {
  readonly faults?: readonly Fault[];
  /** Instead of the usual words. */
  readonly detail?: string;
}

/** Answers with `application/problem+json` (RFC 9457); `code` is what a program goes by. */
export function sendProblem(response: Response, code: ProblemCode, more: ProblemMore = {}): void {
  const [status, detail] = PROBLEMS[code];
  const body = { type: `urn:complaint-clock:problem:${code}`, title: code, status, code, detail, ...more };
  // As bytes: Express would add a charset to a text, which this media type doesn't have.
  const bytes = Buffer.from(JSON.stringify(body));
  response.status(status).set('Content-Type', 'application/problem+json').end(bytes);
}
