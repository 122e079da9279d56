import styled from 'styled-components';
import { color } from './color.ts';

/** The sidebar's own edge: 16 px, as the mockups have it. */
export const Page = styled.main`
  padding: 16px;
`;

/** Things one below the other. */
export const Stack = styled.div<{ $gap?: number }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap = 16 }) => $gap}px;
  min-width: 0;
`;

export const Row = styled.div<{ $gap?: number }>`
  display: flex;
  align-items: center;
  gap: ${({ $gap = 8 }) => $gap}px;
  min-width: 0;
`;

/** A line of help below a control, in the middle. */
export const Help = styled.p`
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  text-align: center;
`;

/** The heading of a view; takes the focus when the agent opens the view. */
export const Heading = styled.h2`
  font-size: 16px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.lg};
  flex: 1;

  &:focus {
    outline: none;
  }
`;

export const Rule = styled.hr`
  width: 100%;
  margin: 0;
  border: 0;
  border-top: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
`;

/** Read out, not seen. */
export const ForScreenReaders = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;
