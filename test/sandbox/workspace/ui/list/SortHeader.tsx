import styled from 'styled-components';
import { color } from '../color.ts';
import type { Sort } from './sort.ts';

const Button = styled.button`
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;

  &:hover,
  &:focus-visible {
    outline: none;
    color: ${color('foreground.default')};
    text-decoration: underline;
  }
`;

interface SortHeaderProps {
  column: { id: string; title: string };
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

/** A column's heading; pressing it sorts by it, and again the other way round. */
export function SortHeader({ column, sort, onSort }: SortHeaderProps) {
  const own = sort?.column === column.id ? sort.order : undefined;
  const aria = own === 'asc' ? 'ascending' : own === 'desc' ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={aria}>
      <Button
        type="button"
        onClick={() => onSort({ column: column.id, order: own === 'asc' ? 'desc' : 'asc' })}
      >
        {column.title}
        {own === 'asc' && ' ↑'}
        {own === 'desc' && ' ↓'}
      </Button>
    </th>
  );
}
