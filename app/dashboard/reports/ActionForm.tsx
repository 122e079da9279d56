import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Message, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import { Failure } from '../../ui/Failure.tsx';
import type { Action } from '../api/actions.ts';
import { useBoard } from '../BoardContext.tsx';
import { ChoiceFilter } from '../filters/ChoiceFilter.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { type Entry, readEntry, useSaving } from './action-entry.ts';
import { useStaff } from './use-staff.ts';

const Form = styled.form`
  display: grid;
  gap: 12px;
  max-width: 560px;
  margin-bottom: 20px;
`;

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-end;
  gap: 12px;
`;

const LONGEST = 500;

export interface ActionFormProps {
  /** The cause that is chosen first. */
  readonly category?: string | undefined;
  /** The action that is changed; a new one where left out. */
  readonly action?: Action | undefined;
  readonly onDone: (saved: boolean) => void;
}

/** What was clicked to come here is gone: the first field takes the focus. */
function useFocusInside() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select, textarea')?.focus(), []);
  return form;
}

/** An action for a root cause: what, who, until when. */
export function ActionForm({ category = '', action, onDone }: ActionFormProps) {
  const { language, userId } = useBoard();
  const { say } = language;
  const account = useAccountNames();
  const staff = useStaff();
  const [entry, setEntry] = useState<Entry>({
    category: action?.category ?? category,
    what: action?.what ?? '',
    ownerId: String(action?.ownerId ?? userId),
    dueDate: action?.dueDate ?? '',
  });
  const form = useFocusInside();
  const [tried, setTried] = useState(false);
  const { busy, failure, save } = useSaving(action, () => onDone(true));
  const change = (part: Partial<Entry>): void => setEntry({ ...entry, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const entered = readEntry(entry);
    setTried(true);
    if (entered) void save(entered);
  };
  return (
    <Form ref={form} onSubmit={submit} aria-label={say(action ? 'actions.change' : 'actions.add')} noValidate>
      {action ? (
        <strong>{account.option('category', action.category)}</strong>
      ) : (
        <ChoiceFilter
          withLabel
          label={say('causes.cause')}
          all={say('actions.choose')}
          options={account.options('category')}
          value={entry.category || undefined}
          onChange={(value) => change({ category: value ?? '' })}
        />
      )}
      <Field>
        <Field.Label>{say('actions.what')}</Field.Label>
        <Field.Hint>{say('actions.whatHint')}</Field.Hint>
        <Textarea
          isCompact
          minRows={2}
          maxLength={LONGEST}
          value={entry.what}
          onChange={(event) => change({ what: event.target.value })}
        />
      </Field>
      <Row>
        <ChoiceFilter
          withLabel
          label={say('cases.owner')}
          all={say('actions.choose')}
          options={staff}
          value={entry.ownerId || undefined}
          onChange={(value) => change({ ownerId: value ?? '' })}
        />
        <Field>
          <Field.Label>{say('actions.due')}</Field.Label>
          <Input
            isCompact
            type="date"
            value={entry.dueDate}
            onChange={(event) => change({ dueDate: event.target.value })}
          />
        </Field>
      </Row>
      {tried && !readEntry(entry) ? (
        <div role="alert">
          <Message validation="error">{say('actions.missing')}</Message>
        </div>
      ) : null}
      <Failure text={failure} />
      <Row>
        <Button isPrimary size="small" type="submit" disabled={busy}>
          {say('actions.save')}
        </Button>
        <Button isBasic size="small" onClick={() => onDone(false)}>
          {say('common.cancel')}
        </Button>
      </Row>
    </Form>
  );
}
