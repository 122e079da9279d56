import styled from 'styled-components';
import { color } from './color.ts';
import { useEnvironment } from './Environment.tsx';
import { FlagIcon } from './icons.tsx';
import type { TextKey } from './language.ts';
import { ForScreenReaders } from './layout.tsx';
import type { Tone } from './tone.ts';

export type StepState = 'done' | 'current' | 'coming' | 'skipped';

/** One line of the list of steps. */
export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: StepState;
  readonly tone: Tone;
  readonly when: string;
  readonly note?: string;
  /** A limit that nothing moves. */
  readonly flag?: boolean;
}

const MARK = 12;

const Item = styled.li`
  position: relative;
  display: flex;
  gap: 12px;
  padding-bottom: 12px;

  &:last-child {
    padding-bottom: 0;
  }

  &:not(:last-child)::before {
    content: '';
    position: absolute;
    left: ${MARK / 2 - 0.5}px;
    top: 18px;
    bottom: -2px;
    border-left: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  }
`;

const Mark = styled.span<{ $state: StepState; $tone: Tone }>`
  flex: none;
  width: ${MARK}px;
  height: 20px;
  display: grid;
  place-items: center;
  color: ${({ $state, $tone, theme }) => {
    if ($state === 'done') return color('foreground.success')({ theme });
    if ($state !== 'current') return color('border.emphasis')({ theme });
    if ($tone === 'warning') return color('foreground.warning')({ theme });
    return $tone === 'danger'
      ? color('foreground.danger')({ theme })
      : color('foreground.primary')({ theme });
  }};
`;

const Lines = styled.div`
  flex: 1;
  min-width: 0;
`;

const Line = styled.div<{ $state: StepState; $tone: Tone }>`
  display: flex;
  justify-content: space-between;
  gap: 0 12px;
  font-weight: ${({ $state, theme }) => ($state === 'current' ? theme.fontWeights.semibold : theme.fontWeights.regular)};

  & > span:first-child {
    color: ${({ $state, theme }) =>
      color($state === 'done' || $state === 'skipped' ? 'foreground.subtle' : 'foreground.default')({
        theme,
      })};
  }

  & > span:last-child {
    margin-left: auto;
    font-size: ${({ theme }) => theme.fontSizes.sm};
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    color: ${({ $state, $tone, theme }) => {
      if ($tone === 'warning') return color('foreground.warning')({ theme });
      if ($tone === 'danger') return color('foreground.danger')({ theme });
      return color($state === 'current' ? 'foreground.default' : 'foreground.subtle')({ theme });
    }};
  }
`;

const Note = styled.p`
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`;

function Glyph({ state }: { state: StepState }) {
  return (
    <svg width={MARK} height={MARK} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {state === 'done' ? (
        <path
          d="M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0ZM3.2 6.1l2 2 3.6-4"
          fill="currentColor"
          stroke="var(--ground)"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : (
        <>
          <circle
            cx="6"
            cy="6"
            r="5"
            fill="none"
            stroke="currentColor"
            strokeWidth={state === 'current' ? 2 : 1.25}
          />
          {state === 'current' ? <circle cx="6" cy="6" r="2" fill="currentColor" /> : null}
          {state === 'skipped' ? <path d="M3.5 6h5" stroke="currentColor" strokeWidth="1.25" /> : null}
        </>
      )}
    </svg>
  );
}

const STATES: Readonly<Record<StepState, TextKey>> = {
  done: 'step.done',
  current: 'step.current',
  coming: 'step.toCome',
  skipped: 'step.skipped',
};

const List = styled.ol`
  --ground: ${color('background.default')};
`;

/** The steps of a case, the current one marked; shapes and words carry the state, not colour alone. */
export function StepList({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { say } = useEnvironment().language;
  return (
    <List aria-label={label}>
      {steps.map(({ id, label: name, state, tone, when, note, flag }) => (
        <Item key={id} aria-current={state === 'current' ? 'step' : undefined}>
          <Mark $state={state} $tone={tone}>
            {flag && state !== 'done' ? <FlagIcon width={14} height={14} /> : <Glyph state={state} />}
          </Mark>
          <Lines>
            <Line $state={state} $tone={tone}>
              <span>
                {name}
                <ForScreenReaders>, {say(STATES[state])}</ForScreenReaders>
              </span>
              <span>{when}</span>
            </Line>
            {note ? <Note>{note}</Note> : null}
          </Lines>
        </Item>
      ))}
    </List>
  );
}
