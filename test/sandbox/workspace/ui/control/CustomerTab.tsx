import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Message, Select, Textarea } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import { useWorkspace } from '../../state/workspace.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import { Buttons, Card, Form } from './Card.tsx';
import { useLive } from './use-live.ts';
import { useControlWords } from './words.ts';

const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(300px, 1fr));
  gap: 16px;
  align-items: start;
`;

/** What a customer does: writes a mail, rings. Each tells which ticket it became. */
export function CustomerTab() {
  return (
    <Pair>
      <MailForm />
      <CallForm />
    </Pair>
  );
}

type Outcome = { ticket: number } | { problem: string };

/** Keeps what became of a form that was sent. */
function useSending() {
  const [outcome, setOutcome] = useState<Outcome>();
  const send = async (act: () => Promise<number>) => {
    try {
      setOutcome({ ticket: await act() });
    } catch (error) {
      setOutcome({ problem: error instanceof Error ? error.message : String(error) });
    }
  };
  return { outcome, send };
}

function OutcomeMessage({ outcome }: { outcome: Outcome | undefined }) {
  const words = useControlWords();
  if (!outcome) return null;
  if ('problem' in outcome)
    return (
      <Message validation="error" role="alert">
        {outcome.problem}
      </Message>
    );
  return (
    <span role="status">
      {words.t('arrived')}{' '}
      <PlaceLink to={{ page: 'ticket', ticket: outcome.ticket }}>{`#${outcome.ticket}`}</PlaceLink>
    </span>
  );
}

function MailForm() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const { outcome, send } = useSending();
  const customers = useLive(control.customers, ['tickets']) ?? [];
  const [mail, setMail] = useState({ from: '', name: '', subject: '', body: '', ticket: '' });
  const field = (key: keyof typeof mail) => ({
    value: mail[key],
    onChange: (event: { target: { value: string } }) => setMail({ ...mail, [key]: event.target.value }),
  });
  const post = () => {
    const { ticket, name, ...rest } = mail;
    const known = ticket.trim() === '' ? {} : { ticket_id: Number(ticket) };
    return control.mail({ ...rest, ...known, ...(name.trim() === '' ? {} : { name }) });
  };
  return (
    <Card title={words.t('writeMail')}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void send(post);
        }}
      >
        <Field>
          <Label isRegular>{words.t('from')}</Label>
          <Input isCompact type="email" required list="sandbox-customers" {...field('from')} />
        </Field>
        <datalist id="sandbox-customers">
          {customers.map(
            ({ id, name, email }) => email !== null && <option key={id} value={email} label={name} />,
          )}
        </datalist>
        <Field>
          <Label isRegular>{words.t('name')}</Label>
          <Input isCompact {...field('name')} />
        </Field>
        <Field>
          <Label isRegular>{words.t('answers')}</Label>
          <Input isCompact type="number" min={1} {...field('ticket')} />
        </Field>
        <Field>
          <Label isRegular>{words.t('subject')}</Label>
          <Input isCompact {...field('subject')} />
        </Field>
        <Field>
          <Label isRegular>{words.t('message')}</Label>
          <Textarea isCompact minRows={5} required {...field('body')} />
        </Field>
        <Buttons>
          <Button type="submit" size="small" isPrimary>
            {words.t('send')}
          </Button>
          <OutcomeMessage outcome={outcome} />
        </Buttons>
      </Form>
    </Card>
  );
}

function CallForm() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const { outcome, send } = useSending();
  const customers = useLive(control.customers, ['tickets']) ?? [];
  const [caller, setCaller] = useState('');
  const [summary, setSummary] = useState('');
  const user = Number(caller === '' ? (customers[0]?.id ?? 0) : caller);
  return (
    <Card title={words.t('makeCall')}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => control.ring({ user_id: user, summary }));
        }}
      >
        <Field>
          <Label isRegular>{words.t('from')}</Label>
          <Select isCompact value={String(user)} onChange={(event) => setCaller(event.target.value)}>
            {customers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label isRegular>{words.t('summary')}</Label>
          <Textarea
            isCompact
            minRows={3}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
          />
        </Field>
        <Buttons>
          <Button type="submit" size="small" isPrimary>
            {words.t('ring')}
          </Button>
          <OutcomeMessage outcome={outcome} />
        </Buttons>
      </Form>
    </Card>
  );
}
