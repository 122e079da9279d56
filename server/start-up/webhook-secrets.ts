import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';

export interface WebhookSecretsOptions {
  /** Those that hold from the start, the current one first. */
  readonly first: readonly string[];
  /** Asks the account for the current one; left out where the settings name the secrets, which then hold alone. */
  readonly read?: () => Promise<string>;
  readonly log: Logger;
  /** Real time in milliseconds; a test may tell its own. */
  readonly now?: () => number;
}

export interface WebhookSecrets {
  /** Those that hold now, the current one first. */
  current(): readonly string[];
  /** Asks again, at most once a minute; true where that brought a new one. Never rejects. */
  renew(): Promise<boolean>;
}

/** What anybody who sends nonsense can make the service do: one call a minute. */
const ASK_EVERY_MS = 60_000;
/** Webhooks signed with the one before may still be under way or repeated for as long as their stamps are taken. */
const OLD_HOLDS_MS = 3_600_000;

/**
 * The webhook's signing secrets while the service runs. Somebody may reset the secret in the account at any time: the
 * first signature that fails then has it read again, and the one before holds for another hour.
 */
export function createWebhookSecrets({
  first,
  read,
  log,
  now = Date.now,
}: WebhookSecretsOptions): WebhookSecrets {
  let newest = first;
  let old: { readonly secrets: readonly string[]; readonly until: number } = { secrets: [], until: 0 };
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<boolean> | undefined;

  const ask = async (from: () => Promise<string>): Promise<boolean> => {
    try {
      const secret = await from();
      if (newest.includes(secret)) return false;
      old = { secrets: newest, until: now() + OLD_HOLDS_MS };
      newest = [secret];
      log.warn('the signing secret of the webhook was replaced; the one before holds for another hour');
      return true;
    } catch (error) {
      log.warn({ error: describeError(error) }, 'the signing secret of the webhook could not be read again');
      return false;
    } finally {
      asking = undefined;
    }
  };

  return {
    current: () => (now() < old.until ? [...newest, ...old.secrets] : newest),
    renew: async () => {
      if (asking) return asking;
      if (!read || now() - askedAt < ASK_EVERY_MS) return false;
      askedAt = now();
      asking = ask(read);
      return asking;
    },
  };
}
