import { Spinner } from '@zendeskgarden/react-loaders';
import { useSyncExternalStore } from 'react';
import { Waiting } from './Waiting.tsx';

const query = '(prefers-reduced-motion: reduce)';

function listen(changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

const wantsNoMotion = (): boolean => matchMedia(query).matches;

export interface BusyProps {
  readonly size?: number;
  /** For screen readers, where no words stand beside it. */
  readonly label?: string;
}

/**
 * Something is under way: it turns, and for whoever wants no motion it stands still. Garden moves its spinner by
 * script, which no style sheet stops.
 */
export function Busy({ size = 16, label }: BusyProps) {
  const still = useSyncExternalStore(listen, wantsNoMotion);
  return still ? (
    <Waiting size={size} {...(label === undefined ? {} : { label })} />
  ) : (
    <Spinner
      size={`${size}`}
      delayMS={0}
      {...(label === undefined ? { 'aria-hidden': 'true' } : { 'aria-label': label })}
    />
  );
}
