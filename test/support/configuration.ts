import type { Configuration, Sandbox } from '../sandbox/index.ts';

/**
 * Keeps how the first account of a process was set up, for those that follow: provisioning finds everything there, and
 * has only the webhook's address to change.
 */
export function keepConfiguration() {
  let kept: Configuration | undefined;
  return {
    /** For the next account with the same seed; nothing for the first. */
    options: (): { configuration?: Configuration } => (kept ? { configuration: kept } : {}),
    /** Called when an account was provisioned and nobody has worked in it. */
    keep: ({ configuration }: Pick<Sandbox, 'configuration'>): void => {
      kept ??= configuration();
    },
  };
}
