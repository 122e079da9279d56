/** Runs of this many words are compared: long enough not to meet by chance, short enough to survive small edits. */
const RUN = 3;
/** The text counts as there while this share of its runs is. An agent fills in gaps and rewords; deleting leaves none. */
const KEPT = 0.2;

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runs(all: readonly string[], length: number): Set<string> {
  const found = new Set<string>();
  for (let start = 0; start + length <= all.length; start += 1) {
    found.add(all.slice(start, start + length).join(' '));
  }
  return found;
}

/** How much of a text is in the reply, of 1; of a text without words nothing is. Both are plain text. */
export function shareThere(text: string, composed: string): number {
  const wanted = words(text);
  if (wanted.length === 0) return 0;
  const length = Math.min(RUN, wanted.length);
  const present = runs(words(composed), length);
  const all = [...runs(wanted, length)];
  return all.filter((run) => present.has(run)).length / all.length;
}

/** Whether the inserted text, edited or not, is still in the reply. Both are plain text. */
export function isStillThere(inserted: string, composed: string): boolean {
  if (words(inserted).length === 0) return composed.trim() !== '';
  return shareThere(inserted, composed) >= KEPT;
}

/** Whether the reply holds the inserted text and nothing else. */
export function isOnly(inserted: string, composed: string): boolean {
  return words(inserted).join(' ') === words(composed).join(' ');
}

/** The gaps that a macro leaves for the agent, such as "[please fill in]". */
function gapsIn(text: string): string[] {
  return text.match(/\[[^[\]]*\p{L}[^[\]]*\]/gu) ?? [];
}

/**
 * The first gap that is still in the reply: one of the inserted text, or the remains of one. Our macros write their
 * gaps as "[…what we found…]", which nobody writes otherwise; other brackets may be the agent's own.
 */
export function unfilledIn(inserted: string, composed: string): string | undefined {
  return gapsIn(inserted).find((gap) => composed.includes(gap)) ?? /\[…[^\]]{0,80}\]?/u.exec(composed)?.[0];
}

/** The first placeholder of Zendesk's that was not replaced, such as "{{ticket.id}}". */
export function unrenderedIn(text: string): string | undefined {
  return /\{\{[^}]*\}{0,2}/.exec(text)?.[0];
}
