const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isNaN(code) || code > 0x10ffff ? whole : String.fromCodePoint(code);
}

/** The words of a text that may be HTML, as Zendesk's rich editor gives it, or plain. For comparing, not for showing. */
export function htmlToText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<[a-z/!][^>]*>/gi, ' ')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Plain text as HTML: paragraphs at blank lines, breaks at line ends. */
export function textToHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}
