import styled from 'styled-components';
import { color } from '../../ui/color.ts';

const List = styled.dl`
  display: grid;
  gap: 4px;
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`;

const Line = styled.div<{ $late: boolean; $quiet: boolean }>`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 12px;

  & > dt {
    color: ${color('foreground.subtle')};
  }

  & > dd {
    margin: 0 0 0 auto;
    text-align: right;
    font-variant-numeric: tabular-nums;
    font-weight: ${({ $quiet, theme }) => ($quiet ? theme.fontWeights.regular : theme.fontWeights.semibold)};
    color: ${({ $late, theme }) => color($late ? 'foreground.danger' : 'foreground.default')({ theme })};
  }
`;

export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly when: string;
  readonly late?: boolean;
}

/** Names on the left, dates on the right; what is late is red and says so. `quiet`: nothing is owed yet. */
export function Facts({ facts, quiet = false }: { facts: readonly Fact[]; quiet?: boolean }) {
  return (
    <List>
      {facts.map(({ id, label, when, late = false }) => (
        <Line key={id} $late={late} $quiet={quiet}>
          <dt>{label}</dt>
          <dd>{when}</dd>
        </Line>
      ))}
    </List>
  );
}
