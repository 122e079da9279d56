import styled from 'styled-components';
import type { Mail } from '../../api/control-shapes.ts';
import { useDates, useWorkspace } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import { Subtle } from './Card.tsx';
import { useLive } from './use-live.ts';
import { useControlWords } from './words.ts';

const Letter = styled.article`
  max-width: 720px;
  margin-bottom: 12px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};

  header {
    padding: 12px 16px;
    border-bottom: 1px solid ${color('border.subtle')};
  }

  h3 {
    margin: 0;
    font-size: 14px;
    font-weight: 600;
  }

  small {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }

  p {
    margin: 0;
    padding: 16px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
`;

/** Mail that rules sent, newest first, as its reader gets it. */
export function MailsTab() {
  const { control } = useWorkspace();
  const words = useControlWords();
  const mails = useLive(control.mails, ['tickets']) ?? [];
  if (mails.length === 0) return <Subtle>{words.t('nothingYet')}</Subtle>;
  return (
    <>
      {mails.toReversed().map((mail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: mails have no id, and the list only grows at its other end.
        <MailLetter key={mails.length - index} mail={mail} />
      ))}
    </>
  );
}

function MailLetter({ mail }: { mail: Mail }) {
  const words = useControlWords();
  const dates = useDates();
  return (
    <Letter aria-label={mail.subject}>
      <header>
        <h3>{mail.subject}</h3>
        <small>
          {words.t('to', { to: mail.to })} · {dates.full(mail.at)}
          {mail.ticketId && (
            <>
              {' · '}
              <PlaceLink to={{ page: 'ticket', ticket: mail.ticketId }}>{`#${mail.ticketId}`}</PlaceLink>
            </>
          )}
        </small>
      </header>
      <p>{mail.body}</p>
    </Letter>
  );
}
