import { useEnvironment } from '../../../ui/Environment.tsx';
import { MomentFields } from '../../../ui/MomentFields.tsx';
import type { TypedMoment } from '../../../ui/typed-moment.ts';

export interface MomentFieldProps {
  readonly legend: string;
  readonly value: TypedMoment;
  readonly onChange: (value: TypedMoment) => void;
  readonly fault?: string | undefined;
}

/** When something happened, in the agent's zone; up to now. */
export function MomentField({ legend, value, onChange, fault }: MomentFieldProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return (
    <MomentFields
      legend={legend}
      dateLabel={say('act.date')}
      timeLabel={say('act.time')}
      hint={say('act.zone', { zone: when.zone.replaceAll('_', ' ') })}
      value={value}
      max={when.today(now())}
      onChange={onChange}
      error={fault}
    />
  );
}
