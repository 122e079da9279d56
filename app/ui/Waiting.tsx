import { HourglassIcon } from './icons.tsx';

export interface WaitingProps {
  readonly size?: number;
  /** For screen readers, where no words stand beside it. */
  readonly label?: string;
}

/** Something is about to be shown, and nothing moves: for whoever wants no motion, and before Garden's spinner is there. */
export function Waiting({ size = 16, label }: WaitingProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'progressbar', 'aria-label': label };
  return (
    <span {...name} style={{ display: 'inline-flex' }}>
      <HourglassIcon style={{ width: size, height: size }} />
    </span>
  );
}
