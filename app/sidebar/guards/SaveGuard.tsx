import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { failureText } from '../failure-text.ts';
import { Retry } from '../views/Retry.tsx';
import { type Guard, needsReason } from './guard.ts';
import type { GuardStore } from './guard-store.ts';
import { whyText } from './guard-text.ts';
import type { Sources } from './read-facts.ts';
import { useGuards } from './use-guards.ts';
import { type Reasons, useReasons } from './use-reasons.ts';

interface ReasonFormProps {
  readonly guard: Guard;
  readonly why: string;
  readonly store: GuardStore;
  readonly reasons: Reasons;
}

/** The reason goes onto the case's file with the reply, where the lead sees it; the next submit then passes. */
function ReasonForm({ guard, why, store, reasons }: ReasonFormProps) {
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

/** Looks at each submit before it goes out, and says here what it was held back for. */
export function SaveGuard({ record }: { record: Sources['record'] | undefined }) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const [trouble, setTrouble] = useState<unknown>();
  const { store, state } = useGuards(record, setTrouble);
  const reasons = useReasons();
  const reasoned = state.passed.some((code) => code !== 'second_acknowledgement');
  return (
    <>
      {trouble === undefined ? null : (
        <Notice icon={<AlertIcon />} title={say('guard.unchecked')}>
          {failureText(trouble, say)}
        </Notice>
      )}
      {reasons.trouble === undefined ? null : (
        <Notice
          warning
          icon={<AlertIcon />}
          title={say('guard.unrecorded')}
          actions={<Retry onRetry={() => void reasons.file()} />}
        >
          {failureText(reasons.trouble, say)}
        </Notice>
      )}
      {state.held.map((guard) => {
        const why = whyText(guard, language, when);
        return (
          <Stack key={guard.code} $gap={8}>
            <Notice warning icon={<AlertIcon />} title={say('guard.title')}>
              {needsReason(guard) ? why : `${why} ${say('guard.again')}`}
            </Notice>
            {needsReason(guard) ? (
              <ReasonForm guard={guard} why={why} store={store} reasons={reasons} />
            ) : null}
          </Stack>
        );
      })}
      {reasoned && state.held.length === 0 ? (
        <Notice icon={<AlertIcon />}>{say('guard.recorded')}</Notice>
      ) : null}
    </>
  );
}
