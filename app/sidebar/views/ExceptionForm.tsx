import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Input, Message, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { z } from 'zod/mini';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Stack } from '../../ui/layout.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { type ExceptionReason, recordException } from '../record/exception.ts';
import { mustTag } from '../record/tagged.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';

interface ReasonChoice {
  readonly value: ExceptionReason;
  readonly label: TextKey;
  readonly hint?: TextKey;
}

const REASONS: readonly ReasonChoice[] = [
  // Data-protection complaints must be accepted however they come (DPA 2018 s.164A).
  { value: 'personal_data', label: 'phone.reasonData', hint: 'phone.reasonDataHelp' },
  { value: 'needs_support', label: 'phone.reasonSupport' },
  { value: 'other', label: 'phone.reasonOther' },
];

/** What the agent has chosen and typed; kept over a reload. */
const keptSchema: z.ZodMiniType<{ reason?: ExceptionReason; words: string }> = z.object({
  reason: z.exactOptional(z.enum(['personal_data', 'needs_support', 'other'])),
  words: z.string(),
});

type Fault = 'reason' | 'words';

function faultOf(reason: ExceptionReason | undefined, words: string): Fault | undefined {
  if (!reason) return 'reason';
  return reason === 'other' && words.trim() === '' ? 'words' : undefined;
}

interface ReasonsProps {
  readonly chosen: ExceptionReason | undefined;
  readonly onChange: (reason: ExceptionReason) => void;
}

function ReasonChoices({ chosen, onChange }: ReasonsProps) {
  const { say } = useEnvironment().language;
  return (
    <Fieldset isCompact>
      <Fieldset.Legend>{say('phone.anyway')}</Fieldset.Legend>
      {REASONS.map(({ value, label, hint }) => (
        <Field key={value}>
          <Radio name="exception" value={value} checked={chosen === value} onChange={() => onChange(value)}>
            <Field.Label isRegular>{say(label)}</Field.Label>
            {hint ? <Field.Hint>{say(hint)}</Field.Hint> : null}
          </Radio>
        </Field>
      ))}
    </Fieldset>
  );
}

interface WordsProps {
  readonly words: string;
  readonly missing: boolean;
  readonly onChange: (words: string) => void;
}

function ReasonWords({ words, missing, onChange }: WordsProps) {
  const { say } = useEnvironment().language;
  return (
    <Field>
      <Field.Label>{say('phone.reasonText')}</Field.Label>
      <Input
        isCompact
        maxLength={200}
        value={words}
        onChange={(event) => onChange(event.target.value)}
        {...(missing ? { validation: 'error' as const } : {})}
      />
      {missing ? <Field.Message validation="error">{say('phone.reasonTextMissing')}</Field.Message> : null}
    </Field>
  );
}

/** Takes a complaint that came by a refused way, with the reason that the team lead sees. */
export function ExceptionForm() {
  const { say } = useEnvironment().language;
  const { host, ticketId, fields, drafts, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const { value, change, clear } = useKept('exception', { words: '' }, keptSchema);
  const { reason, words } = value;
  const [fault, setFault] = useState<Fault>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = REASONS.find(({ value }) => value === reason);
    const missing = faultOf(chosen?.value, words);
    setFault(missing);
    if (!chosen || missing) return;
    const said = chosen.value === 'other' ? words.trim() : say(chosen.label);
    void action.run(async () => {
      const note = say('phone.note', { reason: said });
      await mustTag(drafts);
      await recordException(host, ticketId, fields, { reason: chosen.value, note });
      announce(say('live.recorded'));
      clear();
      await reload();
    });
  };
  const choose = (chosen: ExceptionReason): void => {
    change({ reason: chosen });
    setFault(undefined);
  };

  return (
    <Stack as="form" noValidate onSubmit={submit} $gap={12}>
      <ReasonChoices chosen={reason} onChange={choose} />
      {fault === 'reason' ? (
        <Message role="alert" validation="error">
          {say('phone.reasonMissing')}
        </Message>
      ) : null}
      {reason === 'other' ? (
        <ReasonWords words={words} missing={fault === 'words'} onChange={(text) => change({ words: text })} />
      ) : null}
      <Failure text={action.failure} />
      <Button isStretched type="submit" disabled={action.busy}>
        {say(action.busy ? 'phone.recording' : 'phone.record')}
      </Button>
    </Stack>
  );
}
