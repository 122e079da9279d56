import { escaped } from '../text/convert.ts';

/**
 * The Markdown that Zendesk's composer knows, as HTML: headings, emphasis, code, links, lists, quotes, rules. Markup in
 * the text is shown as text, since the composer takes Markdown from apps and nothing else in it.
 */
export function markdownToHtml(markdown: string): string {
  const parts = markdown.replaceAll('\r\n', '\n').split(/(^```[^\n]*\n[\s\S]*?\n```$)/m);
  return parts
    .map((part) => {
      const [, code] = /^```[^\n]*\n([\s\S]*?)\n```$/.exec(part) ?? [];
      return code === undefined ? blocks(part) : `<pre><code>${escaped(code)}</code></pre>`;
    })
    .join('');
}

function blocks(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '')
    .map(block)
    .join('');
}

const bullet = /^\s*[-*+]\s+/;
const numbered = /^\s*\d+[.)]\s+/;
const quoted = /^>\s?/;

function block(text: string): string {
  const lines = text.split('\n');
  const [, marks, title] = /^(#{1,4})\s+(.*)$/.exec(lines[0] ?? '') ?? [];
  if (marks !== undefined && title !== undefined) {
    const level = `h${marks.length}`;
    return `<${level}>${inline(title)}</${level}>${blocks(lines.slice(1).join('\n'))}`;
  }
  if (/^(-{3,}|\*{3,})$/.test(text)) return '<hr>';
  if (lines.every((line) => bullet.test(line))) return list('ul', lines, bullet);
  if (lines.every((line) => numbered.test(line))) return list('ol', lines, numbered);
  if (lines.every((line) => quoted.test(line)))
    return `<blockquote>${blocks(lines.map((line) => line.replace(quoted, '')).join('\n'))}</blockquote>`;
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function list(element: 'ul' | 'ol', lines: readonly string[], mark: RegExp): string {
  const items = lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`);
  return `<${element}>${items.join('')}</${element}>`;
}

/** Code spans first: nothing inside them is Markdown. */
function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? `<code>${escaped(part.slice(1, -1))}</code>` : emphasis(part)))
    .join('');
}

function emphasis(text: string): string {
  return escaped(text)
    .replace(/\[([^\]]+)\]\(((?:https?:|mailto:)[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])[*_](?=\S)([^*_]+?)[*_](?![\w*])/g, '<em>$1</em>');
}
