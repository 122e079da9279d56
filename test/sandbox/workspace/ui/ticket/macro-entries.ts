import type { Macro } from '../../api/macro-shapes.ts';

/** A line of the macro menu. */
export type MacroEntry =
  | { kind: 'macro'; id: number; label: string }
  | { kind: 'category'; label: string }
  | { kind: 'up'; label: string };

/** What the menu lists: all that match a search, else one level of the titles, which `::` parts. */
export function macroEntries(
  macros: readonly Macro[],
  path: readonly string[],
  search: string,
): readonly MacroEntry[] {
  const wanted = search.trim().toLowerCase();
  if (wanted !== '') {
    return macros
      .filter((macro) => macro.title.toLowerCase().includes(wanted))
      .map(({ id, title }) => ({ kind: 'macro', id, label: title.replaceAll('::', ' › ') }));
  }
  const prefix = path.map((step) => `${step}::`).join('');
  const below = macros.filter((macro) => macro.title.startsWith(prefix));
  const heads = new Set<string>();
  const entries = below.flatMap(({ id, title }): MacroEntry[] => {
    const [head = '', ...deeper] = title.slice(prefix.length).split('::');
    if (deeper.length === 0) return [{ kind: 'macro', id, label: head }];
    if (heads.has(head)) return [];
    heads.add(head);
    return [{ kind: 'category', label: head }];
  });
  const last = path.at(-1);
  return last === undefined ? entries : [{ kind: 'up', label: last }, ...entries];
}
