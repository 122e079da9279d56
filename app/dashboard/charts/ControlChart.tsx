import { scaleLinear, scalePoint } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { usePaint } from './paint.ts';
import { useWidth } from './use-width.ts';

export interface ControlPoint {
  readonly month: string;
  /** Below the picture; empty for none. */
  readonly label: string;
  readonly count: number;
}

export interface ControlChartProps {
  readonly points: readonly ControlPoint[];
  /** Null while there are too few months to know what is usual. */
  readonly usual: { readonly mean: number; readonly lower: number; readonly upper: number } | null;
  /** Whether the last month lies outside of it. */
  readonly isSignal: boolean;
  readonly words: { readonly usual: string; readonly number: (value: number) => string };
}

/** Paper may be narrower than the screen for which it was drawn. */
const FITTING = { display: 'block', maxWidth: '100%' } as const;

const HEIGHT = 190;
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 24, 20, 28];

function scalesOf({ points, usual }: ControlChartProps, width: number) {
  const most = Math.max(4, usual?.upper ?? 0, ...points.map(({ count }) => count));
  const least = Math.min(usual?.lower ?? 0, ...points.map(({ count }) => count));
  return {
    x: scalePoint({ domain: points.map(({ month }) => month), range: [LEFT, width - RIGHT] }),
    y: scaleLinear({ domain: [Math.max(0, least * 0.9), most], range: [HEIGHT - BOTTOM, TOP] }),
  };
}

/** Months as a line over the range that is usual (XmR); the last one stands out where it lies beyond. */
export function ControlChart(props: ControlChartProps) {
  const { points, usual, isSignal, words } = props;
  const paint = usePaint();
  const [target, width] = useWidth(400);
  const { x, y } = scalesOf(props, width);
  const last = points.at(-1);
  return (
    <div ref={target}>
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        fontSize={12}
        style={FITTING}
        aria-hidden="true"
      >
        {usual ? (
          <>
            <rect
              x={LEFT}
              width={width - LEFT - RIGHT}
              y={y(usual.upper)}
              height={y(usual.lower) - y(usual.upper)}
              fill={paint.band}
            />
            <line
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(usual.mean)}
              y2={y(usual.mean)}
              stroke={paint.soft}
              strokeDasharray="2 3"
            />
            {[usual.upper, usual.lower].map((limit, index) => (
              <text
                key={index === 0 ? 'upper' : 'lower'}
                x={LEFT - 6}
                y={y(limit) + 4}
                textAnchor="end"
                fill={paint.subtle}
              >
                {words.number(Math.round(limit))}
              </text>
            ))}
            <text x={LEFT + 6} y={y(usual.upper) + 15} fill={paint.subtle}>
              {words.usual}
            </text>
          </>
        ) : null}
        <LinePath
          data={[...points]}
          x={({ month }) => x(month) ?? 0}
          y={({ count }) => y(count)}
          stroke={paint.strong}
          strokeWidth={1.5}
        />
        {points.map(({ month, label, count }) => (
          <g key={month}>
            <circle cx={x(month) ?? 0} cy={y(count)} r={2.5} fill={paint.strong} />
            <text x={x(month) ?? 0} y={HEIGHT - 6} textAnchor="middle" fill={paint.subtle}>
              {label}
            </text>
          </g>
        ))}
        {last ? (
          <>
            <circle
              cx={x(last.month) ?? 0}
              cy={y(last.count)}
              r={5}
              fill={isSignal ? paint.danger : paint.strong}
            />
            <text
              x={(x(last.month) ?? 0) - 10}
              y={y(last.count) + 4}
              textAnchor="end"
              fontWeight={600}
              fill={isSignal ? paint.danger : paint.text}
              stroke={paint.ground}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {words.number(last.count)}
            </text>
          </>
        ) : null}
      </svg>
    </div>
  );
}
