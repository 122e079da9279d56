import { z } from 'zod';

const problemSchema = z.object({ code: z.string(), detail: z.string().catch('') });

/**
 * Why the service gave no answer. `code`: that of its problem+json; `unreachable` where nothing came, `malformed` where
 * the answer can't be understood, `http` for any other refusal.
 */
export class ApiError extends Error {
  readonly code: string;
  /** 0 where no reply came. */
  readonly status: number;
  readonly detail: string;
  constructor(code: string, status: number, detail = '') {
    super(`the service answered ${status === 0 ? 'nothing' : status} (${code})`);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** Reads a refusal's problem+json, as far as it is one. */
export async function errorOf(response: Response): Promise<ApiError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  return parsed.success
    ? new ApiError(parsed.data.code, response.status, parsed.data.detail)
    : new ApiError('http', response.status);
}

/** Whether only opening the page anew helps: the session has ended, or was none. */
export function hasEnded(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Whether the person may see nothing of this page any more; a single ticket that they may not see is no such thing. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'access_gone' || error.code === 'not_a_lead');
}
