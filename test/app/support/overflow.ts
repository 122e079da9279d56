import type { Frame } from 'playwright-core';
import { z } from 'zod';

/**
 * In the page: what is wider than its room, by its words: text, whatever cuts off what it holds, to the side or below,
 * the values of fields, and the page itself. Rows that reach from edge to edge stick out of their form on purpose, but
 * not out of the page. Text that only a screen reader gets is meant to have no room, and what ends in an ellipsis
 * tells its whole text where it is pointed at. Fields for sentences may hold more than they show.
 */
const CUT_OFF = `(async () => {
  const wide = [];
  const unseen = [];
  const page = document.documentElement;
  // The workspace gives the frame its height a moment after it was asked for.
  const until = performance.now() + 5000;
  while (page.scrollHeight > innerHeight + 1 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 25));
  if (page.scrollWidth > page.clientWidth) wide.push('the page');
  if (page.scrollHeight > innerHeight + 1) wide.push('cut off below: the page');
  const pen = document.createElement('canvas').getContext('2d');
  const lacks = (one, text, style) => {
    pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return pen.measureText(text).width > room + 1;
  };
  for (const one of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    // A table for screen readers is as wide as it is, within what has no room.
    if (box.width <= 1 && style.overflowX === 'hidden') unseen.push(one);
    if (unseen.some((none) => none.contains(one))) continue;
    if (box.width <= 1 || box.height <= 1 || style.display === 'inline' || style.visibility === 'hidden') continue;
    if (one.closest('svg') || one.tagName === 'TEXTAREA') continue;
    if (one.tagName === 'SELECT') {
      const text = one.selectedOptions[0]?.text ?? '';
      if (lacks(one, text, style)) wide.push('cut off: choice ' + text);
      continue;
    }
    if (one.tagName === 'INPUT') {
      if (one.type === 'text' && lacks(one, one.value || one.placeholder, style))
        wide.push('cut off: field ' + (one.value || one.placeholder));
      continue;
    }
    if (style.textOverflow === 'ellipsis' && one.title) continue;
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const words = one.tagName + ' ' + (one.textContent ?? '').trim().slice(0, 60);
    if ((hasText || style.overflowX !== 'visible') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      wide.push('cut off: ' + words);
    else if (style.overflowY !== 'visible' && one !== document.body && one.scrollHeight > one.clientHeight + 2)
      wide.push('cut off below: ' + words);
    else if (box.right > page.clientWidth + 1 || box.left < -1) wide.push('beyond the edge: ' + words);
  }
  return wide;
})()`;

/** In the page: the words of each button and choice that stand on more than one line. */
const TWO_LINES = `(() => {
  const tall = [];
  for (const one of document.body.querySelectorAll('[data-garden-id="buttons.button"], label:has(> input[type="radio"])')) {
    const range = document.createRange();
    const tops = new Set();
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      for (const { top, width } of range.getClientRects()) if (width > 1) tops.add(Math.round(top));
    }
    if (tops.size > 1) tall.push('over two lines: ' + one.textContent.trim());
  }
  return tall;
})()`;

const lines = z.array(z.string());

/** Everything in the sidebar that is cut off, sticks out, or is a button over two lines. */
export async function overflowing(sidebar: Frame): Promise<string[]> {
  return [...lines.parse(await sidebar.evaluate(CUT_OFF)), ...lines.parse(await sidebar.evaluate(TWO_LINES))];
}
