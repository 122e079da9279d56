/** Elements that a ticket's text may have, with the attributes each may keep. */
const allowed: Record<string, readonly string[]> = {
  A: ['href', 'title'],
  B: [],
  BLOCKQUOTE: [],
  BR: [],
  CODE: [],
  DIV: [],
  EM: [],
  H1: [],
  H2: [],
  H3: [],
  H4: [],
  HR: [],
  I: [],
  IMG: ['src', 'alt', 'width', 'height'],
  LI: [],
  OL: ['start'],
  P: [],
  PRE: [],
  S: [],
  SPAN: [],
  STRONG: [],
  SUB: [],
  SUP: [],
  TABLE: [],
  TBODY: [],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
  THEAD: [],
  TR: [],
  U: [],
  UL: [],
};

/** Elements whose content goes as well; of any other unknown element the content stays. */
const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'MATH',
  'HEAD',
]);

/**
 * The text of a ticket as nodes that can be shown: only elements and attributes on the list survive, and only links
 * to http(s), mailto and tel. Parsed in a document without scripts, so nothing runs or loads while it is checked.
 */
export function sanitizedFragment(html: string): DocumentFragment {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  for (const node of source.body.childNodes) fragment.append(...cleaned(node));
  return fragment;
}

/** The same as HTML text, for an editor or a request. */
export function sanitizedHtml(html: string): string {
  const holder = document.createElement('div');
  holder.append(sanitizedFragment(html));
  return holder.innerHTML;
}

function cleaned(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return [];
  const element = elementOf(node);
  if (element === undefined || dropped.has(element.tagName.toUpperCase())) return [];
  const children = [...element.childNodes].flatMap(cleaned);
  const attributes = allowed[element.tagName];
  if (attributes === undefined) return children;
  const copy = document.createElement(element.tagName);
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value !== null && isSafe(name, value)) copy.setAttribute(name, value);
  }
  if (copy instanceof HTMLAnchorElement) copy.setAttribute('rel', 'noopener noreferrer');
  if (copy instanceof HTMLAnchorElement) copy.setAttribute('target', '_blank');
  copy.append(...children);
  return [copy];
}

function elementOf(node: Node): Element | undefined {
  return node instanceof Element ? node : undefined;
}

function isSafe(attribute: string, value: string): boolean {
  if (attribute === 'href') return /^(https?:|mailto:|tel:|\/|#)/i.test(value.trim());
  if (attribute === 'src') return /^(https:|\/|data:image\/(png|jpeg|gif|webp);)/i.test(value.trim());
  return true;
}
