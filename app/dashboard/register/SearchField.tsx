import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import { Failure } from '../../ui/Failure.tsx';
import { useBoard } from '../BoardContext.tsx';
import { failureText } from '../failure-text.ts';
import { Subtle } from '../parts/Section.tsx';
import { findTickets, MOST_FOUND } from './search.ts';

const Form = styled.form`
  display: flex;
  align-items: end;
  gap: 8px;

  & > :first-child {
    flex: 1;
    min-width: 200px;
    max-width: 360px;
  }
`;

const Wide = styled.div`
  flex: 1;
  min-width: 240px;
`;

export interface SearchFieldProps {
  readonly onFound: (tickets: readonly number[]) => void;
}

/** Finds complaints by number or by words of the ticket. */
export function SearchField({ onFound }: SearchFieldProps) {
  const { host, language } = useBoard();
  const { say } = language;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    setNote('');
    try {
      const { tickets, isCut } = await findTickets(host, text);
      if (tickets.length > 0) onFound(tickets);
      else setNote(say('register.nothingFound', { text: text.trim() }));
      if (isCut) setNote(say('register.foundMany', { n: MOST_FOUND }));
    } catch (error) {
      setFailure(failureText(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Wide>
      <Form role="search" onSubmit={submit}>
        <Field>
          <Field.Label hidden>{say('register.search')}</Field.Label>
          <Input
            isCompact
            type="search"
            placeholder={say('register.searchHint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button size="small" type="submit" disabled={busy}>
          {say('register.find')}
        </Button>
      </Form>
      <Subtle role="status">{note}</Subtle>
      <Failure text={failure} />
    </Wide>
  );
}
