import { scaleLinear } from '@visx/scale';
import styled from 'styled-components';
import { color, hue } from '../../ui/color.ts';
import { ForScreenReaders } from '../../ui/layout.tsx';

const List = styled.ul`
  display: grid;
  gap: 2px;
`;

const Line = styled.div<{ $chosen: boolean }>`
  display: grid;
  grid-template-columns: minmax(90px, 44%) minmax(0, 1fr);
  overflow-wrap: anywhere;
  align-items: center;
  gap: 12px;
  width: 100%;
  min-height: 28px;
  padding: 2px 0;
  border: 0;
  background: none;
  color: ${color('foreground.default')};
  font: inherit;
  font-size: 13px;
  line-height: 16px;
  font-weight: ${({ $chosen, theme }) => ($chosen ? theme.fontWeights.semibold : theme.fontWeights.regular)};
  text-align: left;

  &:is(button) {
    cursor: pointer;
    border-radius: ${({ theme }) => theme.borderRadii.sm};
  }

  &:is(button):hover {
    background: ${color('background.subtle')};
  }

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 1px;
  }
`;

/** Names are the company's own: a long word is divided rather than cut off. */
const Label = styled.span`
  min-width: 0;
  hyphens: auto;
  overflow-wrap: anywhere;
`;

const Track = styled.span`
  display: flex;
  align-items: center;
  position: relative;
  min-width: 0;
  margin-right: 44px;
  height: 16px;
`;

const Bar = styled.span<{ $tone: BarTone }>`
  height: 14px;
  min-width: 2px;
  border-radius: 1px;
  print-color-adjust: exact;
  background: ${({ $tone, theme }) => {
    if ($tone === 'warning') return hue('yellow', 500, 500)({ theme });
    return $tone === 'strong' ? hue('blue', 700, 500)({ theme }) : hue('blue', 400, 800)({ theme });
  }};
`;

const Tick = styled.span`
  position: absolute;
  top: 0;
  width: 2px;
  height: 16px;
  background: ${color('foreground.default')};
  print-color-adjust: exact;
`;

const Count = styled.span`
  position: absolute;
  white-space: nowrap;
  padding-left: 8px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  font-variant-numeric: tabular-nums;
`;

export type BarTone = 'soft' | 'strong' | 'warning';

export interface BarItem {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Of the month before, as a tick. */
  readonly before?: number;
  readonly tone?: BarTone;
}

export interface BarsProps {
  readonly items: readonly BarItem[];
  readonly number: (value: number) => string;
  /** Makes each a button; `chosen` is the one that is looked at. */
  readonly onChoose?: (key: string) => void;
  readonly chosen?: string | undefined;
  /** Read out after the count. */
  readonly beside?: (item: BarItem) => string;
}

interface InsideProps {
  readonly item: BarItem;
  readonly width: (value: number) => number;
  readonly number: BarsProps['number'];
  readonly beside: string | undefined;
}

function Inside({ item, width, number, beside }: InsideProps) {
  const end = Math.max(item.count, item.before ?? 0);
  return (
    <>
      <Label>
        {item.label}
        <ForScreenReaders>: </ForScreenReaders>
      </Label>
      <Track>
        <Bar $tone={item.tone ?? 'soft'} style={{ width: `${width(item.count)}%` }} />
        {item.before === undefined ? null : <Tick style={{ left: `${width(item.before)}%` }} />}
        <Count style={{ left: `${width(end)}%` }}>
          {number(item.count)}
          {beside ? <ForScreenReaders>, {beside}</ForScreenReaders> : null}
        </Count>
      </Track>
    </>
  );
}

/** Lying bars, each with its name and count: plain text to screen readers. */
export function Bars({ items, number, onChoose, chosen, beside }: BarsProps) {
  const most = Math.max(1, ...items.map(({ count, before }) => Math.max(count, before ?? 0)));
  const width = scaleLinear({ domain: [0, most], range: [0, 100] });
  return (
    <List>
      {items.map((item) => (
        <li key={item.key}>
          {onChoose ? (
            <Line
              as="button"
              $chosen={item.key === chosen}
              aria-pressed={item.key === chosen}
              onClick={() => onChoose(item.key)}
            >
              <Inside item={item} width={width} number={number} beside={beside?.(item)} />
            </Line>
          ) : (
            <Line $chosen={false}>
              <Inside item={item} width={width} number={number} beside={beside?.(item)} />
            </Line>
          )}
        </li>
      ))}
    </List>
  );
}
