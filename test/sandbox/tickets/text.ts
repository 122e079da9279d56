/** Turning comment text into HTML and back, in the plain way Zendesk stores both. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Paragraphs at blank lines, `<br>` at single ones. */
export function htmlFromText(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  const html = paragraphs
    .map((part) => `<p dir="auto">${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}

/** HTML without what could run in a reader's browser. */
export function safeHtml(html: string): string {
  return html
    .replace(/<(script|style|iframe|object)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\son\w+=("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/javascript:/gi, '');
}

/** The form in which Zendesk gives the HTML of comments back. */
export function wrapHtml(html: string): string {
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}

/** The words of HTML: blocks become lines, entities characters. */
export function textFromHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>(\n)?/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<\/(p|div|h[1-6]|ul|ol|table)>/gi, '\n\n')
    .replace(/<\/(li|tr)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#39|amp|lt|gt|quot|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
