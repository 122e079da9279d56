import { Tag } from '@zendeskgarden/react-tags';
import type { ReactNode, Ref } from 'react';
import styled, { css } from 'styled-components';
import { color } from './color.ts';
import type { Tone } from './tone.ts';

const TONES = {
  neutral: css`
    background: ${color('background.subtle')};
    border-color: ${color('border.subtle')};
    --tone: ${color('foreground.default')};
    --quiet: ${color('foreground.subtle')};
  `,
  warning: css`
    background: ${color('background.warning')};
    border-color: ${color('border.warning')};
    --tone: ${color('foreground.warning')};
    --quiet: ${color('foreground.warningEmphasis')};
  `,
  danger: css`
    background: ${color('background.danger')};
    border-color: ${color('border.danger')};
    --tone: ${color('foreground.danger')};
    --quiet: ${color('foreground.dangerEmphasis')};
  `,
  success: css`
    background: ${color('background.success')};
    border-color: ${color('border.success')};
    --tone: ${color('foreground.success')};
    --quiet: ${color('foreground.successEmphasis')};
  `,
} as const;

/** Garden's tag has its own grey. */
const PILL: Readonly<Partial<Record<Tone, string>>> = {
  warning: 'yellow',
  danger: 'red',
  success: 'green',
};

const Block = styled.section<{ $tone: Tone }>`
  border: ${({ theme }) => theme.borders.sm};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 12px;
  ${({ $tone }) => TONES[$tone]}
`;

const Head = styled.div`
  display: flex;
  align-items: flex-start;
  gap: 8px;
  color: var(--tone);

  & > svg {
    flex: none;
    margin-top: 2px;
  }
`;

const Title = styled.h2`
  flex: 1;
  min-width: 0;
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 20px;
  overflow-wrap: anywhere;
  hyphens: auto;

  &:focus {
    outline: none;
  }
`;

const Due = styled.p`
  margin-top: 6px;
  font-size: ${({ theme }) => theme.fontSizes.xl};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 28px;
  font-variant-numeric: tabular-nums;
`;

const Foot = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0 12px;
  margin-top: 4px;
  color: var(--quiet);
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.md};
  font-variant-numeric: tabular-nums;

  &&& > button {
    margin-left: auto;
    font-size: inherit;
    line-height: inherit;
  }
`;

export interface StatusBlockProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly title: string;
  /** The pill's word. */
  readonly state?: string;
  /** The large line. */
  readonly due?: string;
  readonly distance?: string;
  /** A fact below them. */
  readonly note?: string;
  /** A link at the end of the last line. */
  readonly action?: ReactNode;
  readonly titleRef?: Ref<HTMLHeadingElement>;
}

/** The first thing seen: what is owed next, by when, and how far that is. */
export function StatusBlock(props: StatusBlockProps) {
  const { tone, icon, title, state, due, distance, note, action, titleRef } = props;
  return (
    <Block $tone={tone} aria-label={title}>
      <Head>
        {icon}
        <Title ref={titleRef} tabIndex={-1}>
          {title}
        </Title>
        {state ? (
          <Tag isPill {...(PILL[tone] ? { hue: PILL[tone] } : {})}>
            <span>{state}</span>
          </Tag>
        ) : null}
      </Head>
      {due ? <Due>{due}</Due> : null}
      {distance || action ? (
        <Foot>
          <span>{distance}</span>
          {action}
        </Foot>
      ) : null}
      {note ? <Foot>{note}</Foot> : null}
    </Block>
  );
}
