/** The line of a British or a German address that holds the postcode; others are left to be typed. */
const POSTCODE = /^(?:.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:D-)?\d{5} \p{Lu}[\p{L} ./-]{1,40})$/u;
/** Lines above it that can belong to an address: name, company, street, district. */
const ABOVE = 4;
/** Longer lines are sentences. */
const LONGEST = 60;

/** "Frau B." and "14 Mill St." end with a stop and are no sentences: those have more words. */
function isSentence(line: string): boolean {
  return /[!?:]$/.test(line) || (line.endsWith('.') && line.split(/\s+/).length > 3);
}

function isAddressLine(line: string): boolean {
  return line !== '' && line.length <= LONGEST && !isSentence(line) && !/@|https?:/.test(line);
}

/**
 * The postal address in a letter's or a form's text: the lines that lead to one with a postcode. Undefined where there
 * is none that can be told from a sentence.
 */
export function postalAddressIn(text: string): string | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const end = lines.findIndex((line) => line.length <= LONGEST && POSTCODE.test(line));
  if (end < 0) return undefined;
  let start = end;
  while (start > 0 && end - start < ABOVE && isAddressLine(lines[start - 1] ?? '')) start -= 1;
  return start === end ? undefined : lines.slice(start, end + 1).join('\n');
}
