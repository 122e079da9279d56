import { Spinner } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Row } from '../../ui/layout.tsx';

/** Small print inside a row. */
export const Small = styled.p`
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

/** A way on below small print, where that begins. */
export const Way = styled(LinkButton)`
  && {
    display: block;
    text-align: left;
    margin-top: 4px;
  }
`;

export const Facts = styled.dl`
  display: grid;
  grid-template-columns: 124px 1fr;
  gap: 6px 12px;
  font-size: 13px;
  line-height: 18px;

  & > dt {
    color: ${color('foreground.subtle')};
    hyphens: auto;
    overflow-wrap: anywhere;
  }

  & > dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

/** On its way. */
export function Loading() {
  const { say } = useEnvironment().language;
  return (
    <Row>
      <Spinner size="16" aria-label={say('common.loading')} />
    </Row>
  );
}

/** What could not be read, and a way on. */
export function Missing({ text, onRetry }: { text: string; onRetry?: (() => void) | undefined }) {
  const { say } = useEnvironment().language;
  return (
    <div>
      <Small>{text}</Small>
      {onRetry ? <Way onClick={onRetry}>{say('common.retry')}</Way> : null}
    </div>
  );
}
