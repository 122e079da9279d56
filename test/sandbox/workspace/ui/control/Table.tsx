import type { ReactNode } from 'react';
import styled from 'styled-components';
import { color } from '../color.ts';

const Sheet = styled.table`
  width: 100%;
  margin-bottom: 20px;
  border-collapse: collapse;
  font-size: 13px;

  caption {
    padding: 0 0 8px;
    color: ${color('foreground.default')};
    font-weight: 600;
    text-align: left;
  }

  th {
    padding: 4px 12px 4px 0;
    border-bottom: 1px solid ${color('border.default')};
    color: ${color('foreground.subtle')};
    font-size: 12px;
    font-weight: 400;
    text-align: left;
    white-space: nowrap;
  }

  td {
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid ${color('border.subtle')};
    overflow-wrap: anywhere;
    vertical-align: top;
  }

  td[data-narrow] {
    overflow-wrap: normal;
    white-space: nowrap;
  }

  td[data-number],
  th[data-number] {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }

  code {
    font-family: ${({ theme }) => theme.fonts.mono};
    font-size: 12px;
  }
`;

/** A table with a caption and column heads. */
export function Table({
  caption,
  heads,
  children,
}: {
  caption: string;
  heads: readonly string[];
  children: ReactNode;
}) {
  return (
    <Sheet>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Sheet>
  );
}
