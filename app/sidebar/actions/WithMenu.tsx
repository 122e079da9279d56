import { Children, type ReactNode } from 'react';
import styled from 'styled-components';
import { ActionMenu } from '../later-parts.tsx';

const Line = styled.div`
  position: relative;
  display: flex;
  align-items: flex-start;
  gap: 8px;

  & > :first-child {
    flex: 1;
    min-width: 0;
  }
`;

/** The primary button of a case, or the sentence in its place, with the menu beside it; the menu in words where it is alone. */
export function WithMenu({ children }: { children: ReactNode }) {
  if (Children.toArray(children).length === 0) return <ActionMenu alone />;
  return (
    <Line>
      <div>{children}</div>
      <ActionMenu />
    </Line>
  );
}
