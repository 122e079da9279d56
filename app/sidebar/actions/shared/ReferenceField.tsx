import { Field, Input } from '@zendeskgarden/react-forms';
import { useEnvironment } from '../../../ui/Environment.tsx';

export interface ReferenceFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: boolean;
}

/** The ombudsman's reference for the case: it goes into the metadata, so it may be no sentence. */
export function ReferenceField({ value, onChange, wrong }: ReferenceFieldProps) {
  const { say } = useEnvironment().language;
  return (
    <Field>
      <Field.Label>{say('referral.reference')}</Field.Label>
      <Field.Hint>{say('referral.referenceHelp')}</Field.Hint>
      <Input
        isCompact
        autoComplete="off"
        maxLength={60}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(wrong ? { validation: 'error' as const } : {})}
      />
      {wrong ? <Field.Message validation="error">{say('referral.referenceWrong')}</Field.Message> : null}
    </Field>
  );
}
