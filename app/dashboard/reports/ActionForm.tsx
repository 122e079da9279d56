import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Message, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import { isLocalDate } from '../../../domain/local-date.ts';
import { Failure } from '../../ui/Failure.tsx';
import { actionSchema, type NewAction } from '../api/actions.ts';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { ChoiceFilter } from '../filters/ChoiceFilter.tsx';
import { useAccountNames } from '../names/account-names.ts';
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
  readonly category: string | undefined;
  readonly onDone: (added: boolean) => void;
}

interface Entry {
  readonly category: string;
  readonly what: string;
  readonly ownerId: string;
  readonly dueDate: string;
}

function readEntry({ category, what, ownerId, dueDate }: Entry): NewAction | undefined {
  const isWhole = category !== '' && what.trim() !== '' && ownerId !== '' && isLocalDate(dueDate);
  return isWhole ? { category, what: what.trim(), ownerId: Number(ownerId), dueDate } : undefined;
}

function useSaving(onDone: ActionFormProps['onDone']) {
  const { api, language, onFailure } = useBoard();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  return {
    busy,
    failure,
    async save(action: NewAction): Promise<void> {
      setBusy(true);
      setFailure(undefined);
      try {
        await api.json({ path: 'actions', method: 'POST', body: action }, actionSchema);
        onDone(true);
      } catch (error) {
        onFailure(error);
        setFailure(failureText(error, language.say));
        setBusy(false);
      }
    },
  };
}

/** An action for a root cause: what, who, until when. */
export function ActionForm({ category = '', onDone }: ActionFormProps) {
  const { language, userId } = useBoard();
  const { say } = language;
  const account = useAccountNames();
  const staff = useStaff();
  const [entry, setEntry] = useState<Entry>({ category, what: '', ownerId: String(userId), dueDate: '' });
  const [tried, setTried] = useState(false);
  const { busy, failure, save } = useSaving(onDone);
  const change = (part: Partial<Entry>): void => setEntry({ ...entry, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const action = readEntry(entry);
    setTried(true);
    if (action) void save(action);
  };
  return (
    <Form onSubmit={submit} aria-label={say('actions.add')} noValidate>
      <ChoiceFilter
        withLabel
        label={say('causes.cause')}
        all={say('actions.choose')}
        options={account.options('category')}
        value={entry.category || undefined}
        onChange={(value) => change({ category: value ?? '' })}
      />
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
