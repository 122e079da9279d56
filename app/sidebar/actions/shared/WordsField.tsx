import { Field, Textarea } from '@zendeskgarden/react-forms';
import { useEffect, useRef } from 'react';

/** As much as an internal note says well in a few words. */
const MOST = 500;

export interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault?: string | undefined;
}

/** Words of the agent, for the internal note. Takes the focus when a fault is found in it. */
export function WordsField({ label, value, onChange, fault }: WordsFieldProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (fault) input.current?.focus();
  }, [fault]);
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Textarea
        ref={input}
        isCompact
        minRows={2}
        maxRows={6}
        maxLength={MOST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(fault ? { validation: 'error' as const } : {})}
      />
      {fault ? <Field.Message validation="error">{fault}</Field.Message> : null}
    </Field>
  );
}
