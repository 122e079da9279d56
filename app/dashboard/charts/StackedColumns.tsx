import { AxisBottom } from '@visx/axis';
import { scaleBand, scaleLinear, scaleOrdinal } from '@visx/scale';
import { BarStack } from '@visx/shape';
import styled from 'styled-components';
import { type Paint, usePaint } from './paint.ts';
import { useWidth } from './use-width.ts';

export interface Column {
  readonly key: string;
  /** One below the other: "Mon", "13". */
  readonly labels: readonly [string, string];
  readonly isMarked: boolean;
  /** A thin line before it, as between two weeks. */
  readonly startsGroup: boolean;
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Series {
  readonly key: string;
  readonly label: string;
  readonly fill: string;
}

const HEIGHT = 260;
const TOP = 24;
const BOTTOM = 40;

const Svg = styled.svg`
  display: block;
  width: 100%;
  overflow: visible;
  print-color-adjust: exact;

  & .hit {
    cursor: pointer;
  }

  & .hit:hover {
    fill-opacity: 0.08;
  }
`;

interface LabelsProps {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
  readonly paint: Paint;
}

function DayLabels({ column, x, y, paint }: LabelsProps) {
  const [above, below] = column.labels;
  return (
    <g fontSize={12} textAnchor="middle" fill={column.isMarked ? paint.text : paint.subtle}>
      <text x={x} y={y + 6} fontWeight={column.isMarked ? 600 : 400}>
        {above}
      </text>
      <text x={x} y={y + 22}>
        {below}
      </text>
    </g>
  );
}

export interface StackedColumnsProps {
  readonly columns: readonly Column[];
  readonly series: readonly Series[];
  readonly onChoose?: (key: string) => void;
}

function scalesOf(columns: readonly Column[], width: number) {
  const most = Math.max(4, ...columns.map(({ total }) => total));
  return {
    x: scaleBand({
      domain: columns.map(({ key }) => key),
      range: [0, width],
      paddingInner: 0.38,
      paddingOuter: 0.19,
    }),
    y: scaleLinear({ domain: [0, most], range: [HEIGHT - BOTTOM, TOP] }),
  };
}

/** Columns of pieces, each with its total on top. */
export function StackedColumns({ columns, series, onChoose }: StackedColumnsProps) {
  const paint = usePaint();
  const [target, width] = useWidth(480);
  const { x, y } = scalesOf(columns, width);
  const keys = series.map(({ key }) => key);
  const fills = scaleOrdinal({ domain: keys, range: series.map(({ fill }) => fill) });
  const ground = HEIGHT - BOTTOM;
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (
    <div ref={target}>
      <Svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        {columns.map(({ key, startsGroup }) => {
          const left = (x(key) ?? 0) - (x.step() - x.bandwidth()) / 2;
          return startsGroup ? (
            <line
              key={key}
              x1={left}
              x2={left}
              y1={8}
              y2={ground}
              stroke={paint.line}
              strokeDasharray="1 3"
            />
          ) : null;
        })}
        <BarStack<Column, string, typeof x, typeof y>
          data={[...columns]}
          keys={keys}
          x={({ key }) => key}
          value={({ counts }, key) => counts[key] ?? 0}
          xScale={x}
          yScale={y}
          color={fills}
          stroke={paint.ground}
        />
        {columns.map(({ key, total }) => (
          <text
            key={key}
            x={(x(key) ?? 0) + x.bandwidth() / 2}
            y={y(total) - 6}
            fontSize={12}
            fontWeight={600}
            textAnchor="middle"
            fill={paint.text}
          >
            {total === 0 ? '' : total}
          </text>
        ))}
        <AxisBottom
          top={ground}
          scale={x}
          hideTicks
          stroke={paint.line}
          tickComponent={({ x: at, y: from, formattedValue = '' }) => {
            const column = byKey.get(formattedValue);
            return column ? <DayLabels column={column} x={at} y={from} paint={paint} /> : null;
          }}
        />
        {onChoose
          ? columns.map(({ key, total }) =>
              total === 0 ? null : (
                // biome-ignore lint/a11y/noStaticElementInteractions: pointed at only; the same links stand in the table behind.
                <rect
                  key={key}
                  className="hit"
                  x={(x(key) ?? 0) - 4}
                  y={TOP - 20}
                  width={x.bandwidth() + 8}
                  height={HEIGHT - TOP + 20}
                  fill={paint.text}
                  fillOpacity={0}
                  onClick={() => onChoose(key)}
                />
              ),
            )
          : null}
      </Svg>
    </div>
  );
}
