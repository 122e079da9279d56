import { Button } from '@zendeskgarden/react-buttons';
import { useEffect } from 'react';
import { z } from 'zod/mini';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { MailIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Help, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { failureText } from '../failure-text.ts';
import type { NewTicketProps } from '../NewTicket.tsx';
import { useAction } from '../use-action.ts';
import { LetterForm } from './LetterForm.tsx';
import { dropLetter, preparedFor } from './prepare-letter.ts';
import { useFields, useNewTicket, useRules } from './use-new-ticket.ts';

/** `prepared`: what is kept of the form is in a ticket already, and no beginning of another letter. */
const openSchema = z.object({ open: z.boolean(), prepared: z.boolean() });

interface ReadyProps extends Pick<NewTicketProps, 'host'> {
  readonly receivedAt: number;
  readonly onChange: () => void;
}

/** The ticket carries the letter; only its submit is missing. */
function Ready({ host, receivedAt, onChange }: ReadyProps) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const announce = useAnnounce();
  const action = useAction();
  const drop = (then: () => void): void =>
    void action.run(async () => {
      await dropLetter(host.draft);
      announce(say('letter.removed'));
      then();
    });
  const actions = (
    <>
      <LinkButton disabled={action.busy} onClick={() => drop(onChange)}>
        {say('letter.change')}
      </LinkButton>
      <LinkButton disabled={action.busy} onClick={() => drop(() => undefined)}>
        {say('letter.remove')}
      </LinkButton>
    </>
  );
  return (
    <Stack $gap={8}>
      <Notice icon={<MailIcon />} title={say('letter.ready')} actions={actions}>
        {say('letter.readyText', { when: when.moment(receivedAt) })}
      </Notice>
      <Failure text={action.failure} />
    </Stack>
  );
}

/** Beside a ticket that is being written: a complaint that came by post can be logged with it. */
export function NewLetter({ host, account, service }: NewTicketProps) {
  const { say } = useEnvironment().language;
  const { tags, requester } = useNewTicket(host);
  const { fields, error } = useFields(account);
  const rules = useRules(service);
  const { value, set, clear } = useKept('letter-open', { open: false, prepared: false }, openSchema);
  const { clear: forget } = useKept('letter', {}, z.unknown());
  const open = (): void => set({ open: true, prepared: false });
  const start = (): void => {
    if (value.prepared) forget();
    open();
  };
  useEffect(
    () =>
      host.on('submitted', () => {
        clear();
        forget();
      }),
    [host, clear, forget],
  );
  const receivedAt = preparedFor(tags);
  if (receivedAt !== undefined) {
    return <Ready host={host} receivedAt={receivedAt} onChange={open} />;
  }
  if (error !== undefined) return <Failure text={failureText(error, say)} />;
  if (fields && !fields.record) return <Help style={{ textAlign: 'left' }}>{say('setup.title')}</Help>;
  if (value.open && fields) {
    const done = (prepared: boolean): void => set({ open: false, prepared });
    return <LetterForm {...{ host, fields, requester, rules }} onDone={done} />;
  }
  return (
    <Row>
      <Help style={{ textAlign: 'left', flex: 1 }}>{say('letter.none')}</Help>
      <Button size="small" disabled={!fields} onClick={start}>
        {say('letter.start')}
      </Button>
    </Row>
  );
}
