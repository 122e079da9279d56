import styled from 'styled-components';
import type { Delivery, LoggedRequest, Mail } from '../api/control.ts';
import { userName } from '../state/directory.ts';
import { useDates, useDirectory, useWords } from '../state/workspace.ts';
import { color } from './color.ts';

const Letter = styled.article`
  max-width: 760px;
  margin-bottom: 12px;
  padding: 14px 16px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;

  header {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin-bottom: 6px;
  }

  small {
    color: ${color('foreground.subtle')};
  }

  pre {
    margin: 0;
    font: inherit;
    white-space: pre-wrap;
  }
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 13px;

  td {
    padding: 6px 10px 6px 0;
    border-bottom: 1px solid ${color('border.subtle')};
    overflow-wrap: anywhere;
    vertical-align: top;
  }

  td:first-child {
    white-space: nowrap;
  }

  code {
    font-size: 12px;
  }
`;

/** Mail that the account's triggers sent, newest first. */
export function MailList({ mails }: { mails: readonly Mail[] }) {
  const dates = useDates();
  const words = useWords();
  return (
    <>
      {mails.map((mail, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: mails have no id, and the list only grows at its other end.
        <Letter key={mails.length - index} aria-label={mail.subject}>
          <header>
            <b>{mail.subject}</b> <small>{dates.full(mail.at)}</small>
          </header>
          <small>{words.t('mailTo', { to: recipients(mail.to) })}</small>
          <pre>{mail.body}</pre>
        </Letter>
      ))}
    </>
  );
}

function recipients(to: unknown): string {
  const list = Array.isArray(to) ? to : [to];
  return list
    .map((it) => (typeof it === 'object' && it !== null ? JSON.stringify(it) : String(it)))
    .join(', ');
}

/** Webhook deliveries with the outcome of each attempt, newest first. */
export function DeliveryTable({ deliveries }: { deliveries: readonly Delivery[] }) {
  const dates = useDates();
  return (
    <Table>
      <tbody>
        {deliveries.map((delivery, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as with mails.
          <tr key={deliveries.length - index}>
            <td>{dates.full(delivery.at)}</td>
            <td>{delivery.url}</td>
            <td>
              <code>
                {typeof delivery.requestBody === 'string'
                  ? delivery.requestBody
                  : JSON.stringify(delivery.requestBody)}
              </code>
            </td>
            <td>
              {delivery.attempts
                .map((it) => `${it.status ?? it.error ?? '?'} (${it.ms ?? '–'} ms)`)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Calls to the account's API, newest first. */
export function RequestTable({ requests }: { requests: readonly LoggedRequest[] }) {
  const dates = useDates();
  const directory = useDirectory();
  return (
    <Table>
      <tbody>
        {requests.slice(0, 300).map((request, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as with mails.
          <tr key={requests.length - index}>
            <td>{dates.full(request.at)}</td>
            <td>{request.method}</td>
            <td>{request.path}</td>
            <td>{request.status}</td>
            <td>{userName(directory, request.userId ?? null)}</td>
            <td>{request.ms === null || request.ms === undefined ? '' : `${Math.round(request.ms)} ms`}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
