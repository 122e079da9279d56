import { RestError } from '../zaf/host.ts';
import { ApiError } from './api/api-error.ts';
import type { BoardSay } from './language.ts';

function apiText({ code, status, detail }: ApiError, say: BoardSay): string {
  if (code === 'unreachable') return say('trouble.unreachable');
  if (code === 'malformed') return say('trouble.malformed');
  if (status === 401) return say('over.text');
  if (status === 403) return say('trouble.forbidden');
  if (status === 404 || status === 410) return say('trouble.gone');
  if (status === 429) return say('trouble.busy');
  if (status === 503) return say('trouble.away');
  if (status === 400 || status === 422) return say('trouble.refused', { detail: detail || code });
  return say('trouble.broken');
}

/** What went wrong and what to do, in the reader's language. */
export function failureText(error: unknown, say: BoardSay): string {
  if (error instanceof ApiError) return apiText(error, say);
  if (error instanceof RestError) return say('trouble.zendesk');
  return say('trouble.broken');
}
