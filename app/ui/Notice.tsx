import type { ReactNode, Ref } from 'react';
import styled from 'styled-components';
import { color } from './color.ts';

const Box = styled.section<{ $warning: boolean }>`
  display: flex;
  gap: 8px;
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  border-color: ${({ $warning, theme }) => color($warning ? 'border.warning' : 'border.subtle')({ theme })};
  background: ${({ $warning, theme }) => color($warning ? 'background.warning' : 'background.subtle')({ theme })};

  & > svg {
    flex: none;
    margin-top: 2px;
    color: ${({ $warning, theme }) => color($warning ? 'foreground.warning' : 'foreground.default')({ theme })};
  }
`;

const Words = styled.div`
  flex: 1;
  min-width: 0;
  overflow-wrap: anywhere;
`;

const Title = styled.h2`
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;

  &:focus {
    outline: none;
  }
`;

const Text = styled.p<{ $subtle: boolean }>`
  color: ${({ $subtle, theme }) => color($subtle ? 'foreground.subtle' : 'foreground.default')({ theme })};
  font-size: 13px;
  line-height: 18px;

  h2 + & {
    margin-top: 4px;
  }
`;

const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin-top: 8px;
`;

export interface NoticeProps {
  readonly icon: ReactNode;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode | undefined;
  /** Amber: something here keeps a customer from getting what is due. */
  readonly warning?: boolean;
  readonly titleRef?: Ref<HTMLHeadingElement>;
}

/** A short message in plain words: what is the matter, and what to do. */
export function Notice({ icon, title, children, actions, warning = false, titleRef }: NoticeProps) {
  return (
    <Box $warning={warning}>
      {icon}
      <Words>
        {title ? (
          <Title ref={titleRef} tabIndex={-1}>
            {title}
          </Title>
        ) : null}
        {children ? <Text $subtle={!warning && title !== undefined}>{children}</Text> : null}
        {actions ? <Actions>{actions}</Actions> : null}
      </Words>
    </Box>
  );
}
