import { type ReactNode, useEffect, useId, useRef } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';

const Box = styled.section`
  min-width: 0;
`;

const Head = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 2px 12px;
  margin-bottom: 8px;
`;

const Title = styled.h2`
  font-size: 16px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 24px;

  &:focus {
    outline: none;
  }
`;

const Beside = styled.p`
  color: ${color('foreground.subtle')};
  font-size: 13px;
`;

const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin-left: auto;
  align-items: baseline;

  @media print {
    display: none;
  }
`;

export interface SectionProps {
  readonly title: string;
  /** In small letters beside the title. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Takes the focus from what was clicked to come here and is gone. */
  readonly isArrival?: boolean;
}

/** A part of the page under a heading of its own. */
export function Section({ title, beside, actions, children, isArrival = false }: SectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isArrival && document.activeElement === document.body) heading.current?.focus();
  }, [isArrival]);
  return (
    <Box aria-labelledby={id}>
      <Head>
        <Title id={id} ref={heading} tabIndex={isArrival ? -1 : undefined}>
          {title}
        </Title>
        {beside ? <Beside>{beside}</Beside> : null}
        {actions ? <Actions>{actions}</Actions> : null}
      </Head>
      {children}
    </Box>
  );
}

/** Rules a part off from the one above. */
export const Divider = styled.hr`
  width: 100%;
  margin: 28px 0 24px;
  border: 0;
  border-top: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
`;

export const Subtitle = styled.h3`
  font-size: 14px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;
  margin: 0;
`;

export const Subtle = styled.span`
  color: ${color('foreground.subtle')};
  font-size: 12px;
  line-height: 16px;
`;
