import { Checkbox, Field, Fieldset } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { z } from 'zod/mini';
import { FLAGS, OPTION_PREFIX } from '../../../../domain/terms.ts';
import type { TextKey } from '../../../ui/language.ts';
import { Help } from '../../../ui/layout.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import type { TicketChange } from '../../../zaf/change-ticket.ts';
import type { Ticket } from '../../../zaf/tickets.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useTelling } from '../shared/use-telling.ts';

const NAMES: Readonly<Record<(typeof FLAGS)[number], TextKey>> = {
  data_protection: 'flags.dataProtection',
  needs_support: 'flags.needsSupport',
  abusive_behaviour: 'flags.abusiveBehaviour',
};

const flagsSchema = z.array(z.string());

interface Flag {
  readonly name: string;
  readonly label: string;
}

/** The product's own flags in the agent's language, then the account's further ones as it calls them. */
function useFlags({ language: { say } }: ActionProps['reading']): readonly Flag[] {
  const { fields } = useSidebar();
  const own = FLAGS.map((name) => ({ name, label: say(NAMES[name]) }));
  const further = (fields.flags?.options ?? [])
    .map(({ name, value }) => ({ name: value.replace(OPTION_PREFIX.flags, ''), label: name }))
    .filter(({ name }) => !FLAGS.some((flag) => flag === name));
  return [...own, ...further];
}

/** The field's new value; its options are tags, so the tags say the same. */
function flagChange(
  ticket: Ticket,
  fieldId: number | undefined,
  flags: readonly string[],
): Partial<TicketChange> {
  const options = flags.map((flag) => `${OPTION_PREFIX.flags}${flag}`);
  const others = ticket.tags.filter((tag) => !tag.startsWith(OPTION_PREFIX.flags));
  const field = fieldId === undefined ? {} : { custom_fields: [{ id: fieldId, value: options }] };
  return { tags: [...others, ...options], ...field };
}

/** What sets the complaint apart, put right later: some rules run only on some complaints. */
export function FlagsForm({ record, reading, onClose }: ActionProps) {
  const { say } = reading.language;
  const { fields } = useSidebar();
  const all = useFlags(reading);
  const before = all.map(({ name }) => name).filter((name) => record.flags?.includes(name));
  const kept = useKept('flags', before, flagsSchema);
  const [same, setSame] = useState(false);
  const { tell, ...telling } = useTelling();
  const flags = all.filter(({ name }) => kept.value.includes(name));
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const names = flags.map(({ name }) => name);
    const unchanged = names.join() === before.join();
    setSame(unchanged);
    if (unchanged) return;
    const labels = flags.map(({ label }) => label).join('; ');
    const note = labels ? say('flags.note', { flags: labels }) : say('flags.noteNone');
    const change = (ticket: Ticket) => flagChange(ticket, fields.flags?.id, names);
    void tell({ complaint: { event: 'noted', topic: 'flags', flags: names }, note, change }, done);
  };
  const toggle = (name: string, on: boolean): void => {
    setSame(false);
    kept.set(on ? [...kept.value, name] : kept.value.filter((one) => one !== name));
  };

  return (
    <ActionForm
      title={say('flags.title')}
      text={say('flags.text')}
      submit={say('flags.submit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <Fieldset isCompact>
        <Fieldset.Legend>{say('flags.legend')}</Fieldset.Legend>
        {all.map(({ name, label }) => (
          <Field key={name}>
            <Checkbox
              checked={kept.value.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            >
              <Field.Label isRegular>{label}</Field.Label>
            </Checkbox>
          </Field>
        ))}
      </Fieldset>
      {same ? <Help role="alert">{say('flags.same')}</Help> : null}
    </ActionForm>
  );
}
