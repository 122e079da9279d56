import styled from 'styled-components';
import { color } from '../../ui/color.ts';

/** A plain table of cases: rules between rows, nothing else. */
export const CaseTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 13px;
  line-height: 18px;
  font-variant-numeric: tabular-nums;

  & th,
  & td {
    padding: 8px 16px 8px 0;
    border-bottom: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
    text-align: left;
    vertical-align: top;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  & tr > :last-child {
    padding-right: 0;
  }

  & thead th {
    color: ${color('foreground.subtle')};
    font-size: 12px;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    white-space: nowrap;
  }

  & tbody tr:hover {
    background: ${color('background.subtle')};
  }

  /* All columns find room on paper; what is to be clicked takes none. */
  @media print {
    font-size: 10px;
    line-height: 13px;

    & th,
    & td {
      padding: 4px 8px 4px 0;
    }

    & thead th {
      font-size: 10px;
      white-space: normal;
    }

    & tr {
      break-inside: avoid;
    }

    & [data-print='no'] {
      display: none;
    }
  }
`;

export const Scroll = styled.div`
  overflow-x: auto;

  @media print {
    overflow: visible;
  }
`;

/** Long words of a customer stay in one line. */
export const OneLine = styled.span`
  display: block;
  max-width: clamp(140px, 20vw, 420px);
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;

  @media print {
    max-width: none;
    overflow: visible;
    white-space: normal;
  }
`;
