/** Lines after which nothing is the writer's own: mail programs put the earlier mail below them. */
const HEADS: readonly RegExp[] = [
  /^\s{0,9}-{2,}\s?(?:original message|ursprüngliche nachricht|weitergeleitete nachricht|forwarded message)\b/i,
  /^\s{0,9}(?:on|am)\s.{4,160}\s(?:wrote|schrieb)(?:\s.{0,160})?:\s{0,9}$/i,
  /^\s{0,9}_{10,}\s{0,9}$/,
];

/** "From:" or "Von:" as the first of a block of header lines, the next of which says when it was sent or to whom. */
const FROM = /^\s{0,9}(?:from|von):\s/i;
const NEXT = /^\s{0,9}(?:sent|date|to|gesendet|datum|an):\s/i;

function headsEarlierMail(line: string, next: string): boolean {
  // "On Monday, 6 April 2026 at 10:02, Support <…>" is often broken before "wrote:".
  const joined = `${line.trimEnd()} ${next.trimStart()}`;
  return (
    HEADS.some((head) => head.test(line) || (/^\s{0,9}(?:on|am)\s/i.test(line) && head.test(joined))) ||
    (FROM.test(line) && NEXT.test(next))
  );
}

/**
 * The text with earlier mails that it quotes blanked out: lines that begin with ">" and all below a mail program's
 * heading. Each character becomes a space, so that places in the result are places in the text.
 */
export function withoutQuotes(text: string): string {
  const lines = text.split('\n');
  const head = lines.findIndex((line, index) => headsEarlierMail(line, lines[index + 1] ?? ''));
  return lines
    .map((line, index) =>
      /^\s{0,9}>/.test(line) || (head >= 0 && index >= head) ? ' '.repeat(line.length) : line,
    )
    .join('\n');
}
