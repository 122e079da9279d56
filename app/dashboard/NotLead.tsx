import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useState } from 'react';
import styled from 'styled-components';
import { Page, Stack } from '../ui/layout.tsx';
import { useBoard } from './BoardContext.tsx';
import { CaseFileButton } from './parts/CaseFileButton.tsx';
import { ticketOfPlace } from './route/case-route.ts';

const Title = styled.h1`
  margin: 0;
  font-size: 22px;
  line-height: 28px;
`;

const Narrow = styled.div`
  max-width: 420px;
`;

function ticketIn(text: string): number | undefined {
  const id = /^#?(\d{1,15})$/.exec(text.trim())?.[1];
  return id ? Number(id) : undefined;
}

/** For agents who are no leads: nothing but the case file of a ticket that Zendesk shows them. */
export function NotLead() {
  const { say } = useBoard().language;
  const [text, setText] = useState('');
  const [ticket, setTicket] = useState<number>();
  useEffect(() => {
    const take = (): void => {
      const named = ticketOfPlace(window.location.hash);
      if (named === '') return;
      setText(named);
      setTicket(ticketIn(named));
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTicket(ticketIn(text));
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
