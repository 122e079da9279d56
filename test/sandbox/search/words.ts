/**
 * Does a text hold a word or phrase, as Zendesk's search finds it: any letter case, at the beginning of a word;
 * `*` stands for any letters. `top` finds "Toppings" and not "Desktop".
 */
export function holdsWords(text: string, wanted: string): boolean {
  if (wanted === '') return true;
  const pattern = wanted.toLowerCase().split('*').map(escaped).join('\\S*');
  return new RegExp(`(^|[^\\p{L}\\p{N}_])${pattern}`, 'u').test(text.toLowerCase());
}

/** Is a value the one wanted? `*` stands for any letters, `none` for nothing. */
export function isValue(value: string, wanted: string): boolean {
  if (wanted === 'none') return value === '';
  if (!wanted.includes('*')) return value.toLowerCase() === wanted.toLowerCase();
  if (value === '') return false;
  const pattern = wanted.toLowerCase().split('*').map(escaped).join('.*');
  return new RegExp(`^${pattern}$`, 'u').test(value.toLowerCase());
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
