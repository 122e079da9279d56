import styled from 'styled-components';
import { color } from '../../ui/color.ts';

/** The page's own edge. */
export const BoardPage = styled.main`
  max-width: 1480px;
  margin: 0 auto;
  padding: 20px 24px 32px;

  @media (max-width: 700px) {
    padding: 16px;
  }

  @media print {
    padding: 0;
  }
`;

/** What stands above all parts: what the page is, and what it is narrowed to. */
export const Head = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 12px 24px;
  margin-bottom: 12px;
`;

export const Title = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 16px;

  & h1 {
    margin: 0;
    font-size: 22px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    line-height: 28px;
  }

  & p {
    color: ${color('foreground.subtle')};
  }
`;
