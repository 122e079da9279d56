import { useEffect, useState } from 'react';
import styled from 'styled-components';
import type { Mail } from '../../api/control.ts';
import { useParts } from '../../state/store.ts';
import { useDates, useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { color } from '../color.ts';

const List = styled.ol`
  margin: 0;
  padding: 16px 20px;
  list-style: none;

  li {
    margin-bottom: 16px;
    border: 1px solid ${color('border.default')};
    border-radius: 8px;
    overflow: hidden;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    padding: 10px 14px;
    background: ${color('background.subtle')};
  }

  header b {
    width: 100%;
  }

  header span,
  header time {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }

  p {
    margin: 0;
    padding: 12px 14px;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
`;

/** The mail that the account has sent about this ticket, newest first. */
export function MailList({ model }: { model: TicketModel }) {
  const { control, notify } = useWorkspace();
  const words = useWords();
  const dates = useDates();
  const { audits } = useParts(model.store, 'audits');
  const [mails, setMails] = useState<readonly Mail[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another audit may have sent mail.
  useEffect(() => {
    let isStale = false;
    control.mails().then(
      (all) => {
        if (!isStale) setMails(all.filter((mail) => mail.ticketId === model.id).toReversed());
      },
      (error: unknown) => notify({ text: String(error), kind: 'error', duration: 5000 }),
    );
    return () => {
      isStale = true;
    };
  }, [control, model.id, audits.length]);
  return (
    <List aria-label={words.t('mails')}>
      {mails?.map((mail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: mails have no id and only grow at one end.
        <li key={mails.length - index}>
          <header>
            <b>{mail.subject}</b>
            <span>{words.t('mailTo', { to: String(mail.to) })}</span>
            <time dateTime={String(mail.at)}>{dates.full(mail.at)}</time>
          </header>
          <p>{mail.body}</p>
        </li>
      ))}
      {mails?.length === 0 && words.t('nothingYet')}
    </List>
  );
}
