import { scaleLinear } from '@visx/scale';
import { usePaint } from './paint.ts';

const WIDTH = 170;
const HEIGHT = 16;

export interface TimeBarProps {
  /** All in seconds. */
  readonly median: number;
  readonly p90: number;
  readonly limit: number | null;
}

/** How long it took: half in the dot, nine of ten at the bar's end, and where the limit stands. */
export function TimeBar({ median, p90, limit }: TimeBarProps) {
  const paint = usePaint();
  const most = Math.max(limit ?? 0, p90, median, 1);
  const x = scaleLinear({ domain: [0, most], range: [4, WIDTH - 4] });
  const middle = HEIGHT / 2;
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect x={x(0)} y={middle - 2} width={x(limit ?? most) - x(0)} height={4} rx={2} fill={paint.band} />
      <rect x={x(0)} y={middle - 2} width={x(p90) - x(0)} height={4} rx={2} fill={paint.soft} />
      <circle cx={x(median)} cy={middle} r={4} fill={paint.strong} />
      {limit === null ? null : <rect x={x(limit) - 1} y={1} width={2} height={14} fill={paint.text} />}
    </svg>
  );
}
