import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { usePaint } from './paint.ts';

const WIDTH = 120;
const HEIGHT = 28;
const EDGE = 4;
/** Below this the line would be pressed flat against the 100 % mark, or leave the picture. */
const LEAST = 0.5;

/** Twelve shares as a line, under the mark of 100 %; a month without any is a gap. */
export function Sparkline({ shares }: { shares: readonly (number | null)[] }) {
  const paint = usePaint();
  const known = shares.flatMap((share, index) => (share === null ? [] : [{ share, index }]));
  const lowest = Math.min(0.8, ...known.map(({ share }) => share));
  const x = scaleLinear({ domain: [0, Math.max(1, shares.length - 1)], range: [EDGE, WIDTH - EDGE] });
  const y = scaleLinear({ domain: [Math.max(0, Math.min(LEAST, lowest)), 1], range: [HEIGHT - EDGE, EDGE] });
  const last = known.at(-1);
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <line x1={EDGE} x2={WIDTH - EDGE} y1={y(1)} y2={y(1)} stroke={paint.line} strokeDasharray="1 3" />
      <LinePath
        data={known}
        x={({ index }) => x(index)}
        y={({ share }) => y(share)}
        stroke={paint.strong}
        strokeWidth={1.5}
      />
      {last ? <circle cx={x(last.index)} cy={y(last.share)} r={3} fill={paint.strong} /> : null}
    </svg>
  );
}
