/** A stamp as Zendesk prints it: UTC, whole seconds, `2026-04-08T07:30:00Z`. */
export type Stamp = string;

/** Epoch milliseconds as Zendesk prints them: whole seconds, cut and never rounded up. */
export function stampOf(ms: number): Stamp {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

/** Any readable date as a stamp, or nothing if it is none. */
export function stampFrom(text: string): Stamp | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : stampOf(ms);
}
