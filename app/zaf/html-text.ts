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

/** The words of an HTML text, or of a plain one, with its paragraphs and line ends. */
export function htmlToLines(html: string): string {
  const isHtml = /<[a-z][^>]*>/i.test(html);
  const broken = isHtml
    ? html
        .replace(/\s+/g, ' ')
        .replace(/<br\b[^>]*>/gi, '\n')
        .replace(/<li\b[^>]*>/gi, '• ')
        .replace(/<\/(?:p|div|h[1-6]|ul|ol|table|blockquote)>/gi, '\n\n')
        .replace(/<\/(?:li|tr)>/gi, '\n')
    : html;
  return broken
    .split('\n')
    .map(htmlToText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Text that HTML shows as it is. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plain text as HTML: paragraphs at blank lines, breaks at line ends. */
export function textToHtml(text: string): string {
  return escapeHtml(text)
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}
