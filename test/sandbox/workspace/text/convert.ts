import { sanitizedFragment } from './sanitize.ts';

/** Plain text as HTML: blank lines part paragraphs, single line breaks stay line breaks. */
export function textToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** The readable text of HTML on one line; blocks are parted by a space. */
export function htmlToText(html: string): string {
  const spaced = html.replace(/<(\/(p|div|li|h[1-4]|tr|blockquote)|br)\b/gi, ' $&');
  return (sanitizedFragment(spaced).textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Whether HTML holds anything that a reader would see. */
export function isBlank(html: string): boolean {
  return htmlToText(html) === '' && !/<img\b/i.test(html);
}

/** Joins a draft and what is added below it. */
export function appended(html: string, addition: string): string {
  return isBlank(html) ? addition : `${html}${addition}`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
