/** Control characters but line ends and tabs, and those that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text as a terminal may be given it: an address or a tag of somebody else must not move the cursor or hide a line. */
export function printable(text: string): string {
  return text.replace(CONTROL, '?');
}
