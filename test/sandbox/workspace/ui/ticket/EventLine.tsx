import styled from 'styled-components';
import { z } from 'zod';
import type { AuditEvent } from '../../api/shapes.ts';
import { userName } from '../../state/directory.ts';
import { useDirectory, useWords } from '../../state/workspace.ts';
import { htmlToText } from '../../text/convert.ts';
import { color } from '../color.ts';
import { EventRule } from './EventRule.tsx';
import { useValueText } from './value-text.ts';

export const Line = styled.div`
  display: flex;
  gap: 8px;
  margin-top: 6px;
  padding-left: 32px;
  font-size: 13px;
  overflow-wrap: anywhere;

  > b {
    flex: none;
    width: 150px;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }

  > div,
  > code {
    min-width: 0;
    flex: 1;
  }

  del,
  small {
    color: ${color('foreground.subtle')};
  }

  summary {
    cursor: pointer;
  }

  details p {
    margin: 6px 0;
    white-space: pre-line;
  }
`;

/** One event of an audit in words. */
export function EventLine({ event }: { event: AuditEvent }) {
  const words = useWords();
  switch (event.type) {
    case 'Comment':
    case 'VoiceComment':
      return (
        <Line>
          <b>{words.t(event.public === true ? 'publicReply' : 'internalNote')}</b>
          <div>{shortened(htmlToText(String(event.html_body ?? event.body ?? '')))}</div>
        </Line>
      );
    case 'Create':
    case 'Change':
      return <ChangeLine event={event} />;
    case 'Notification':
    case 'NotificationWithCcs':
    case 'Cc':
    case 'FollowerNotificationEvent':
      return <MailLine event={event} />;
    case 'AgentMacroReference':
      return (
        <Line>
          <b>{words.t('macroApplied')}</b>
          <div>{String(event.macro_title ?? event.macro_id ?? '')}</div>
        </Line>
      );
    default:
      return <OtherLine event={event} />;
  }
}

function shortened(text: string): string {
  return text.length > 180 ? `${text.slice(0, 180)}…` : text;
}

function ChangeLine({ event }: { event: AuditEvent }) {
  const text = useValueText();
  const words = useWords();
  const name = String(event.field_name ?? '');
  const before = text.value(name, event.previous_value);
  const after = text.value(name, event.value) || words.t('nothing');
  return (
    <Line>
      <b title={name}>{text.title(name)}</b>
      <div>
        {before !== '' && (
          <>
            <del>{before}</del> →{' '}
          </>
        )}
        {after}
        <EventRule event={event} />
      </div>
    </Line>
  );
}

const recipientsShape = z.array(z.number()).catch([]);

function MailLine({ event }: { event: AuditEvent }) {
  const words = useWords();
  const directory = useDirectory();
  const names = recipientsShape
    .parse(event.recipients)
    .map((id) => userName(directory, id))
    .join(', ');
  const subject = String(event.subject ?? '');
  return (
    <Line>
      <b>{words.t('mailSent')}</b>
      <div>
        {names}
        <EventRule event={event} />
        {typeof event.body === 'string' && (
          <details>
            <summary>{subject || words.t('mailText')}</summary>
            <p>{event.body}</p>
          </details>
        )}
      </div>
    </Line>
  );
}

function OtherLine({ event }: { event: AuditEvent }) {
  const { id: _id, type, via: _via, ...rest } = event;
  return (
    <Line>
      <b>{type}</b>
      <div>
        {shortened(String(event.subject ?? event.title ?? JSON.stringify(rest)))}
        <EventRule event={event} />
      </div>
    </Line>
  );
}
