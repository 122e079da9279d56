/** A complaint is one by its tag, and the agent's role or the account keeps none. */
export class NotTaggedError extends Error {
  readonly code = 'not_tagged';
}
