/** A name's words; "Dr." and initials name nobody. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2);
}

/**
 * Whether somebody's family name stands in a list of names as customers write them ("Mr Weber", "Jonas", "Frau
 * Dr. Weber-Lang"). A first name alone is enough only where the list gives no other: two people called Jonas are more
 * likely than one.
 */
export function isNamedIn(list: string, name: string): boolean {
  const person = wordsOf(name);
  const family = person.at(-1);
  if (family === undefined) return false;
  return list.split(/[,;\n]+/).some((entry) => {
    const words = wordsOf(entry).filter((word) => !['mrs', 'herr', 'frau', 'miss'].includes(word));
    return words.includes(family) || (words.length === 1 && words[0] === person[0]);
  });
}
