import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Readable on white and on black, whichever the reader has. */
const STYLE = `
svg { font: 13px system-ui, sans-serif; --ink: #1f2328; --soft: #59636e; --grid: #d1d9e0; --met: #1a7f5a; --missed: #bc4c00; --line: #0969da }
@media (prefers-color-scheme: dark) {
  svg { --ink: #f0f6fc; --soft: #9198a1; --grid: #3d444d; --met: #3fb27f; --missed: #f0883e; --line: #58a6ff }
}
text { fill: var(--ink) }
.soft { fill: var(--soft); font-size: 11px }
.head { font-weight: 600 }
.grid { stroke: var(--grid); stroke-width: 1 }
.limit { stroke: var(--missed); stroke-width: 1.5; stroke-dasharray: 4 3 }
.met { fill: var(--met) }
.missed { fill: var(--missed) }
.line { stroke: var(--line); stroke-width: 2; fill: none }
.dot { fill: var(--line) }
`;

interface Frame {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for whoever can't see it. */
  readonly title: string;
}

/** A picture as the text of an SVG file. */
export function picture({ width, height, title }: Frame, ...children: ReactNode[]): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
  };
  const style = h('style', null, STYLE);
  return `${renderToStaticMarkup(h('svg', attributes, h('title', null, title), style, ...children))}\n`;
}
