import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Stack } from '../../ui/layout.tsx';
import type { Guard } from './guard.ts';
import type { GuardStore } from './guard-store.ts';
import type { Reasons } from './use-reasons.ts';

export interface ReasonFormProps {
  readonly guard: Guard;
  readonly why: string;
  readonly store: GuardStore;
  readonly reasons: Reasons;
}

/** The reason goes onto the case's file with the reply, where the lead sees it; the next submit then passes. */
export function ReasonForm({ guard, why, store, reasons }: ReasonFormProps) {
  const { say } = useEnvironment().language;
  const announce = useAnnounce();
  const value = reasons.wordsOf(guard.code);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = value.trim();
    setMissing(words === '');
    if (words === '') return;
    reasons.give(guard.code, say('guard.note', { why, reason: words }));
    store.pass(guard.code);
    announce(say('guard.recorded'));
  };
  return (
    <Stack as="form" noValidate onSubmit={submit} $gap={8}>
      <Field>
        <Field.Label>{say('guard.reason')}</Field.Label>
        <Input
          isCompact
          value={value}
          maxLength={300}
          onChange={(event) => {
            reasons.write(guard.code, event.target.value);
            setMissing(false);
          }}
          {...(missing ? { validation: 'error' } : {})}
        />
        <Message {...(missing ? { validation: 'error' } : {})}>
          {say(missing ? 'guard.reasonMissing' : 'guard.lead')}
        </Message>
      </Field>
      <Button isStretched size="small" type="submit">
        {say('guard.go')}
      </Button>
    </Stack>
  );
}
