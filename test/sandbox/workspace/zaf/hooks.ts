import { post, type Registration } from './instance.ts';

/**
 * Asks one frame's hook and waits for its reply. Resolves to undefined if it agrees, or is gone before it answers,
 * else to its reason. A frame that doesn't reply in time (milliseconds) refuses.
 */
export async function runHook(
  registration: Registration,
  event: string,
  timeout: number,
): Promise<string | undefined> {
  const { name } = registration.instance.app;
  return await new Promise((resolve) => {
    const finish = (reason: string | undefined) => {
      clearTimeout(timer);
      registration.replies.delete(event);
      resolve(reason);
    };
    const timer = setTimeout(() => finish(`${name} did not answer in time.`), timeout);
    registration.replies.set(event, (error) => finish(error && refusal(name, error.msg)));
    post(registration, { key: `zaf.${event}`, needsReply: true });
  });
}

function refusal(appName: string, message: unknown): string {
  return typeof message === 'string' && message !== ''
    ? message
    : `${appName} stopped the ticket from being saved.`;
}
