import styled from 'styled-components';
import { color } from '../../ui/color.ts';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin: 4px 0 8px;
  color: ${color('foreground.subtle')};
  font-size: 12px;
  line-height: 16px;
`;

const Item = styled.li`
  display: flex;
  align-items: center;
  gap: 6px;
`;

const Mark = styled.span<{ $fill: string; $thin: boolean }>`
  width: ${({ $thin }) => ($thin ? 2 : 8)}px;
  height: ${({ $thin }) => ($thin ? 12 : 8)}px;
  background: ${({ $fill }) => $fill};
  print-color-adjust: exact;
`;

export interface LegendItem {
  readonly label: string;
  readonly fill: string;
  /** A line instead of a square. */
  readonly thin?: boolean;
}

export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <List>
      {items.map(({ label, fill, thin = false }) => (
        <Item key={label}>
          <Mark $fill={fill} $thin={thin} />
          {label}
        </Item>
      ))}
    </List>
  );
}
