import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import styled from 'styled-components';
import { Page, Stack } from '../ui/layout.tsx';
import { useBoard } from './BoardContext.tsx';
import { CaseFileButton } from './parts/CaseFileButton.tsx';

const Title = styled.h1`
  margin: 0;
  font-size: 22px;
  line-height: 28px;
`;

const Narrow = styled.div`
  max-width: 420px;
`;

/** For agents who are no leads: nothing but the case file of a ticket that Zendesk shows them. */
export function NotLead() {
  const { say } = useBoard().language;
  const [text, setText] = useState('');
  const [ticket, setTicket] = useState<number>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const id = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
    setTicket(id ? Number(id) : undefined);
  };
  return (
    <Page>
      <Narrow>
        <Stack>
          <Title>{say('page.title')}</Title>
          <p>{say('notLead.text')}</p>
          <form onSubmit={submit}>
            <Stack $gap={8}>
              <Field>
                <Field.Label>{say('notLead.ticket')}</Field.Label>
                <Input inputMode="numeric" value={text} onChange={(event) => setText(event.target.value)} />
              </Field>
              <div>
                <Button type="submit">{say('notLead.find')}</Button>
              </div>
            </Stack>
          </form>
          {ticket === undefined ? null : <CaseFileButton key={ticket} id={ticket} />}
        </Stack>
      </Narrow>
    </Page>
  );
}
