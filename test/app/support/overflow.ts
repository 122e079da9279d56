import type { Frame } from 'playwright-core';
import { z } from 'zod';

/**
 * In the page: what is wider than its room, by its words: text, and whatever cuts off what it holds. Rows that reach
 * from edge to edge stick out of their form on purpose, but not out of the page. Text that only a screen reader gets
 * is meant to have no room, and long subjects end in an ellipsis.
 */
const SCRIPT = `(() => {
  const wide = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) wide.push('the page');
  for (const one of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || style.display === 'inline' || style.visibility === 'hidden') continue;
    if (style.textOverflow === 'ellipsis' || one.closest('svg') || one instanceof HTMLInputElement) continue;
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const words = one.tagName + ' ' + (one.textContent ?? '').trim().slice(0, 60);
    if ((hasText || style.overflowX !== 'visible') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      wide.push('cut off: ' + words);
    else if (box.right > page.clientWidth + 1 || box.left < -1) wide.push('beyond the edge: ' + words);
  }
  return wide;
})()`;

/** Everything in the sidebar that is cut off or sticks out to the side. */
export async function overflowing(sidebar: Frame): Promise<string[]> {
  return z.array(z.string()).parse(await sidebar.evaluate(SCRIPT));
}
