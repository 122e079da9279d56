import type { Finding } from './types.ts';

export const ok = (seen: string): Finding => ({ status: 'ok', seen });
export const warning = (seen: string, fix: string): Finding => ({ status: 'warning', seen, fix });
export const problem = (seen: string, fix: string): Finding => ({ status: 'problem', seen, fix });
export const notCheckable = (seen: string, fix?: string): Finding => ({
  status: 'not_checkable',
  seen,
  ...(fix === undefined ? {} : { fix }),
});

/** What was found, or that nothing is wrong. */
export const orOk = (found: readonly Finding[], seen: string): readonly Finding[] =>
  found.length > 0 ? found : [ok(seen)];

/** `one "A"`, `"A" and "B"`, `"A", "B" and "C"`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
