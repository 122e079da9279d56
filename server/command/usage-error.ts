/** What somebody typed can't be used; the message says what is wrong and how to put it right. */
export class UsageError extends Error {
  readonly code = 'usage';
}
