import { z } from 'zod/mini';
import type { Say } from '../ui/language.ts';
import { RestError } from '../zaf/host.ts';
import { DraftError } from './draft/draft-error.ts';
import { NotTaggedError } from './record/not-tagged-error.ts';

const descriptions = z.object({
  description: z.nullish(z.string()),
  details: z.nullish(z.record(z.string(), z.array(z.object({ description: z.nullish(z.string()) })))),
});

/** What Zendesk says is wrong, from its envelope for refused changes. */
function refusal(body: unknown): string {
  const parsed = descriptions.safeParse(body);
  if (!parsed.success) return '';
  const details = Object.values(parsed.data.details ?? {}).flatMap((list) =>
    list.flatMap(({ description }) => (description ? [description] : [])),
  );
  return details.join(' ') || parsed.data.description || '';
}

function restText(error: RestError, say: Say): string {
  switch (error.status) {
    case 0:
      return say('failure.unreachable');
    case 401:
    case 403:
      return say('failure.forbidden');
    case 404:
      return say('failure.gone');
    case 409:
      return say('failure.conflict');
    case 400:
    case 422:
      return say('failure.refused', { detail: refusal(error.body) });
    case 429:
    case 503:
      return say('failure.limited');
    default:
      return say('failure.unreachable');
  }
}

/** What went wrong and what to do, in the agent's language. */
export function failureText(error: unknown, say: Say): string {
  if (error instanceof RestError) return restText(error, say);
  if (error instanceof z.core.$ZodError) return say('failure.malformed');
  if (error instanceof DraftError) {
    return error.code === 'macro_missing'
      ? say('setup.macro')
      : say('draft.macroUnrendered', { what: error.what });
  }
  if (error instanceof NotTaggedError) return say('failure.notTagged');
  if (error instanceof MissingFieldError) return say('setup.field');
  return say('failure.composer');
}

/** A ticket field that provisioning creates is not in the account. */
export class MissingFieldError extends Error {
  readonly code = 'field_missing';
}
