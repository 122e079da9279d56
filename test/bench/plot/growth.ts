import { scaleLog } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { createElement as h, type ReactNode } from 'react';
import type { Figure } from '../figure.ts';
import { shown } from '../numbers.ts';
import type { Measured } from '../results.ts';
import { picture } from './frame.ts';

const COLUMNS = 3;
const PANEL = { width: 300, height: 176 } as const;
const INNER = { left: 44, right: 20, top: 44, bottom: 26 } as const;
const TITLE = 'How each figure grows with the size of what it works on (both axes logarithmic)';
const TOP = 40;

type Curve = NonNullable<Figure['curve']>;
type Scale = (value: number) => number;
interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/** From one power of ten to another, so that panels are read alike. */
function decades(values: readonly number[]): [number, number] {
  const least = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const most = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  return [least, most > least ? most : least * 10];
}

function powers([least, most]: readonly [number, number]): number[] {
  const count = Math.round(Math.log10(most / least));
  return Array.from({ length: count + 1 }, (_, index) => least * 10 ** index);
}

function axes(x: readonly [number, number], y: readonly [number, number], scales: Scales): ReactNode[] {
  const right = PANEL.width - INNER.right;
  const bottom = PANEL.height - INNER.bottom;
  const rows = powers(y).map((tick) => {
    const at = scales.y(tick);
    const label = { className: 'soft', x: INNER.left - 6, y: at + 4, textAnchor: 'end' };
    return h(
      'g',
      { key: `y${tick}` },
      h('line', { className: 'grid', x1: INNER.left, x2: right, y1: at, y2: at }),
      h('text', label, compact(tick)),
    );
  });
  const columns = powers(x).map((tick) =>
    h(
      'text',
      { key: `x${tick}`, className: 'soft', x: scales.x(tick), y: bottom + 16, textAnchor: 'middle' },
      compact(tick),
    ),
  );
  return [...rows, ...columns];
}

const compact = (value: number): string =>
  new Intl.NumberFormat('en-GB', { notation: 'compact', maximumSignificantDigits: 3 }).format(value);

function limitLine(
  { limit }: Figure,
  [least, most]: readonly [number, number],
  y: Scale,
): ReactNode | undefined {
  if (limit?.of !== 'ours' || limit.value < least || limit.value > most) return undefined;
  const at = y(limit.value);
  return h('line', {
    key: 'limit',
    className: 'limit',
    x1: INNER.left,
    x2: PANEL.width - INNER.right,
    y1: at,
    y2: at,
  });
}

function panel(figure: Figure, curve: Curve): ReactNode[] {
  const limits = figure.limit?.of === 'ours' ? [figure.limit.value] : [];
  const x = decades(curve.map(({ size }) => size));
  const y = decades([...curve.map(({ value }) => value), ...limits]);
  const scales = {
    x: scaleLog<number>({ domain: x, range: [INNER.left, PANEL.width - INNER.right] }),
    y: scaleLog<number>({ domain: y, range: [PANEL.height - INNER.bottom, INNER.top] }),
  };
  const last = curve.at(-1);
  return [
    h('text', { key: 'name', className: 'head', x: 8, y: 16 }, figure.name),
    h(
      'text',
      { key: 'unit', className: 'soft', x: 8, y: 32 },
      `${figure.unit}; last ${shown(last?.value ?? 0)}`,
    ),
    ...axes(x, y, scales),
    limitLine(figure, y, scales.y),
    h(LinePath<Curve[number]>, {
      key: 'line',
      className: 'line',
      data: [...curve],
      x: ({ size }) => scales.x(size),
      y: ({ value }) => scales.y(value),
    }),
    ...curve.map(({ size, value }) =>
      h('circle', { key: `at${size}`, className: 'dot', cx: scales.x(size), cy: scales.y(value), r: 3 }),
    ),
  ];
}

/** A small panel for each figure that was measured at several sizes. */
export function growthPlot(sections: readonly Measured[]): string {
  const panels = sections
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => {
      const curve = figure.curve?.filter(({ size, value }) => size > 0 && value > 0) ?? [];
      return curve.length > 1 ? [panel(figure, curve)] : [];
    });
  const height = TOP + Math.ceil(panels.length / COLUMNS) * PANEL.height;
  const placed = panels.map((children, index): ReactNode => {
    const [x, y] = [(index % COLUMNS) * PANEL.width, TOP + Math.floor(index / COLUMNS) * PANEL.height];
    return h('g', { key: index, transform: `translate(${x} ${y})` }, ...children);
  });
  const heading = h('text', { className: 'head', x: 8, y: 22 }, TITLE);
  return picture({ width: COLUMNS * PANEL.width, height, title: TITLE }, heading, ...placed);
}
