/** A flag that cannot be understood. The message names it. */
export class UsageError extends Error {}

export function usageError(message: string, cause?: unknown): UsageError {
  const reason = cause instanceof Error ? cause.message : cause === undefined ? '' : String(cause);
  return new UsageError(`${message}${reason}`, { cause });
}
