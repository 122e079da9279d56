import { type Html, html } from './html.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/** A bar for a count; the table beside it says the number. */
export function bar(count: number, most: number): Html {
  const width = most > 0 ? round((count / most) * 120) : 0;
  return html`<svg width="120" height="10" aria-hidden="true"><rect class="bar" width="${width}" height="10"/></svg>`;
}

/** Shares of twelve months from 0 to 1, with the line that all would be at; months without any leave a gap. */
export function sparkline(shares: readonly (number | null)[]): Html {
  const [width, height, top] = [120, 24, 3];
  const step = width / Math.max(shares.length - 1, 1);
  const points = shares.map((share, index) =>
    share === null ? null : { x: round(index * step), y: round(top + (1 - share) * (height - top - 2)) },
  );
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter((part) => part !== null)
    .join(' ');
  return html`<svg width="${width}" height="${height}" aria-hidden="true"><path class="limit" d="M0 ${top} H${width}"/><path class="line" d="${path}"/></svg>`;
}

export interface Charted {
  readonly counts: readonly number[];
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A control chart: the usual range as a band, its mean, and the counts of the months. */
export function controlChart({ counts, mean, lower, upper }: Charted): Html {
  const [width, height] = [480, 110];
  const most = Math.max(...counts, upper ?? 0, 1);
  const x = (index: number): number => round(6 + (index * (width - 12)) / Math.max(counts.length - 1, 1));
  const y = (count: number): number => round(height - 6 - (count / most) * (height - 12));
  const band =
    lower === null || upper === null
      ? null
      : html`<rect class="band" x="0" y="${y(upper)}" width="${width}" height="${round(y(lower) - y(upper))}"/>`;
  const middle = mean === null ? null : html`<path class="limit" d="M0 ${y(mean)} H${width}"/>`;
  const path = counts.map((count, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(count)}`).join(' ');
  const dots = counts.map((count, index) => html`<circle cx="${x(index)}" cy="${y(count)}" r="2.5"/>`);
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">${band}${middle}<path class="line" d="${path}"/>${dots}</svg>`;
}
