const LONGEST = 80;
const LONGEST_ENDING = 12;

/**
 * A name that is safe in every file system, of one that somebody has made up: no folder, no hidden file, no control
 * character, no sign that turns the reading direction. Names of ours come before it, so that none is reserved.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/^[._ -]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? [...plain.slice(dot)].slice(0, LONGEST_ENDING).join('') : '';
  const stem = [...(dot > 0 ? plain.slice(0, dot) : plain)].slice(0, LONGEST - ending.length).join('');
  return `${stem}${ending}` || 'file';
}
