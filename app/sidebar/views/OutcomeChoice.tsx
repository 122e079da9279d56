import type { Outcome } from '../../../domain/events.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Segmented } from '../../ui/Segmented.tsx';

/** The outcomes in full, for where there is room. */
export const OUTCOMES: Readonly<Record<Outcome, TextKey>> = {
  upheld: 'response.upheldLong',
  partly_upheld: 'response.partlyLong',
  not_upheld: 'response.notUpheldLong',
};

export interface OutcomeChoiceProps {
  readonly value: Outcome | undefined;
  readonly onChange: (outcome: Outcome) => void;
  readonly error?: string | undefined;
}

export function OutcomeChoice({ value, onChange, error }: OutcomeChoiceProps) {
  const { say } = useEnvironment().language;
  return (
    <Segmented
      legend={say('response.outcome')}
      options={[
        { value: 'upheld', label: say('response.upheld') },
        { value: 'partly_upheld', label: say('response.partly') },
        { value: 'not_upheld', label: say('response.notUpheld') },
      ]}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
