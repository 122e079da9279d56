import { scaleLog } from '@visx/scale';
import { createElement as h, type ReactNode } from 'react';
import type { Figure } from '../figure.ts';
import { headroom } from '../limits.ts';
import { shown } from '../numbers.ts';
import type { Measured } from '../results.ts';
import { picture } from './frame.ts';

const WIDTH = 900;
const NAMES = 420;
const RIGHT = 200;
const TOP = 56;
const ROW = 22;
const TITLE = 'How far each figure is from its limit: right of the line is better than asked';

interface Row {
  readonly figure: Figure;
  readonly factor: number;
}

function rowsOf(sections: readonly Measured[]): Row[] {
  return sections
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => {
      const factor = headroom(figure);
      return factor === undefined || factor <= 0 ? [] : [{ figure, factor }];
    });
}

function value({ limit, ours, ratio, unit }: Figure): string {
  if (!limit) return '';
  const sign = limit.is === 'at least' ? '≥' : '≤';
  const of = limit.of === 'ratio' ? ['×', ratio ?? 0] : [unit, ours];
  return `${shown(Number(of[1]))} ${of[0]}, ${sign} ${shown(limit.value)}`;
}

/** Factors to 0.1 and 10 at least, so that a bar's length means the same in most pictures. */
function scaleOf(rows: readonly Row[]) {
  const factors = rows.map(({ factor }) => factor);
  const domain: [number, number] = [Math.min(0.1, ...factors), Math.max(10, ...factors)];
  return scaleLog<number>({ domain, range: [NAMES, WIDTH - RIGHT] });
}

/** A bar for each figure that has a limit, on a logarithmic scale: a limit that is missed points to the left. */
export function ratioPlot(sections: readonly Measured[]): string {
  const rows = rowsOf(sections);
  const scale = scaleOf(rows);
  const height = TOP + rows.length * ROW + 12;
  const ticks = [0.01, 0.1, 1, 10, 100, 1_000].filter((one) => {
    const [least = 0, most = 0] = scale.domain();
    return one >= least && one <= most;
  });
  const lines = ticks.map((tick): ReactNode => {
    const x = scale(tick);
    const className = tick === 1 ? 'limit' : 'grid';
    return h(
      'g',
      { key: tick },
      h('line', { className, x1: x, x2: x, y1: TOP - 8, y2: height - 8 }),
      h(
        'text',
        { className: 'soft', x, y: TOP - 14, textAnchor: 'middle' },
        tick === 1 ? 'limit' : `${tick} ×`,
      ),
    );
  });
  const bars = rows.map(({ figure, factor }, index): ReactNode => {
    const [from, to] = [scale(Math.min(factor, 1)), scale(Math.max(factor, 1))];
    const y = TOP + index * ROW;
    const className = factor < 1 ? 'missed' : 'met';
    return h(
      'g',
      { key: `${index} ${figure.name}` },
      h('text', { x: NAMES - 12, y: y + 13, textAnchor: 'end' }, figure.name),
      h('rect', { className, x: from, y: y + 3, width: Math.max(to - from, 1.5), height: ROW - 9, rx: 2 }),
      h('text', { className: 'soft', x: WIDTH - RIGHT + 8, y: y + 13 }, value(figure)),
    );
  });
  const heading = h('text', { className: 'head', x: 12, y: 22 }, TITLE);
  return picture({ width: WIDTH, height, title: TITLE }, heading, ...lines, ...bars);
}
