import { Button } from '@zendeskgarden/react-buttons';
import { Spinner } from '@zendeskgarden/react-loaders';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { AlertIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Answer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { Subtle } from './Section.tsx';

const Wait = styled.div<{ $height: number }>`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: ${({ $height }) => $height}px;
`;

/** What is out of date loses its colours, but can be read as well as before. */
const Shown = styled.div<{ $stale: boolean }>`
  filter: ${({ $stale }) => ($stale ? 'grayscale(1)' : 'none')};
`;

export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { say } = useBoard().language;
  return (
    <div role="alert">
      <Notice
        icon={<AlertIcon />}
        title={say('failure.title')}
        actions={
          onRetry ? (
            <Button size="small" onClick={onRetry}>
              {say('common.retry')}
            </Button>
          ) : undefined
        }
      >
        {failureText(error, say)}
      </Notice>
    </div>
  );
}

/** A part of the page whose script could not be had. */
export function PartMissing() {
  const { say } = useBoard().language;
  return (
    <div role="alert">
      <Notice icon={<AlertIcon />} title={say('failure.title')}>
        {say('trouble.part')}
      </Notice>
    </div>
  );
}

export interface AwaitedProps<T> {
  readonly answer: Answer<T>;
  /** What is kept free while nothing is there yet, in pixels, so that the page doesn't jump. */
  readonly height?: number;
  readonly children: (value: T) => ReactNode;
}

/** What the service answers: awaited with a word if it takes long, grey while a newer answer is awaited, or why not. */
export function Awaited<T>({ answer, height = 120, children }: AwaitedProps<T>) {
  const { say } = useBoard().language;
  const { value, loading, slow, error, reload } = answer;
  const waiting = (
    <Wait $height={value === undefined ? height : 24}>
      {/* What Garden shows while it delays has no name. */}
      <Spinner size="20" delayMS={0} aria-label={say('wait.loading')} />
      {slow ? <Subtle role="status">{say('wait.slow')}</Subtle> : null}
    </Wait>
  );
  return (
    <>
      {error === undefined ? null : <Problem error={error} onRetry={reload} />}
      {loading && (value === undefined || slow) ? waiting : null}
      {value === undefined ? null : (
        <Shown $stale={loading && slow} aria-busy={loading}>
          {children(value)}
        </Shown>
      )}
    </>
  );
}
