import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Message } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { failureText } from '../failure-text.ts';
import { recordNoted } from '../record/noted.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { type Guard, needsReason } from './guard.ts';
import type { GuardStore } from './guard-store.ts';
import { whyText } from './guard-text.ts';
import type { Sources } from './read-facts.ts';
import { useGuards } from './use-guards.ts';

interface ReasonFormProps {
  readonly guard: Guard;
  readonly why: string;
  readonly store: GuardStore;
}

/** The reason goes onto the case's file, where the lead sees it; the next submit then passes. */
function ReasonForm({ guard, why, store }: ReasonFormProps) {
  const { say } = useEnvironment().language;
  const { host, ticketId } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const reason = useKept(`guard:${guard.code}`, '', z.string());
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = reason.value.trim();
    setMissing(words === '');
    if (words === '') return;
    void action.run(async () => {
      const note = say('guard.note', { why, reason: words });
      await recordNoted(host, ticketId, { topic: 'guard_passed', with: { code: guard.code }, note });
      reason.clear();
      store.pass(guard.code);
      announce(say('guard.recorded'));
    });
  };
  return (
    <Stack as="form" noValidate onSubmit={submit} $gap={8}>
      <Field>
        <Field.Label>{say('guard.reason')}</Field.Label>
        <Input
          isCompact
          value={reason.value}
          maxLength={300}
          onChange={(event) => {
            reason.set(event.target.value);
            setMissing(false);
          }}
          {...(missing ? { validation: 'error' } : {})}
        />
        <Message {...(missing ? { validation: 'error' } : {})}>
          {say(missing ? 'guard.reasonMissing' : 'guard.lead')}
        </Message>
      </Field>
      <Failure text={action.failure} />
      <Button isStretched size="small" type="submit" disabled={action.busy}>
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
  const reasoned = state.passed.some((code) => code !== 'second_acknowledgement');
  return (
    <>
      {trouble === undefined ? null : (
        <Notice icon={<AlertIcon />} title={say('guard.unchecked')}>
          {failureText(trouble, say)}
        </Notice>
      )}
      {state.held.map((guard) => {
        const why = whyText(guard, language, when);
        return (
          <Stack key={guard.code} $gap={8}>
            <Notice warning icon={<AlertIcon />} title={say('guard.title')}>
              {needsReason(guard) ? why : `${why} ${say('guard.again')}`}
            </Notice>
            {needsReason(guard) ? <ReasonForm guard={guard} why={why} store={store} /> : null}
          </Stack>
        );
      })}
      {reasoned && state.held.length === 0 ? (
        <Notice icon={<AlertIcon />}>{say('guard.recorded')}</Notice>
      ) : null}
    </>
  );
}
