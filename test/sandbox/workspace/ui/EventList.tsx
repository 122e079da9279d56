import styled from 'styled-components';
import type { AuditEvent } from '../api/shapes.ts';
import { type Directory, userName } from '../state/directory.ts';
import { useStore } from '../state/store.ts';
import { useDates, useDirectory, useWords } from '../state/workspace.ts';
import { htmlToText } from '../text/convert.ts';
import type { TicketModel } from '../ticket/model.ts';
import { color } from './color.ts';

const List = styled.ol`
  margin: 0;
  padding: 12px 20px;
  list-style: none;

  > li {
    padding: 10px 0;
    border-bottom: 1px solid ${color('border.subtle')};
  }

  time {
    margin-left: 8px;
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

const Change = styled.div`
  display: flex;
  gap: 8px;
  margin-top: 4px;
  padding-left: 12px;
  font-size: 13px;
  overflow-wrap: anywhere;

  b {
    flex: none;
    width: 150px;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }

  del {
    color: ${color('foreground.subtle')};
  }
`;

/** Every audit of the ticket with its events, newest first. */
export function EventList({ model }: { model: TicketModel }) {
  const words = useWords();
  const dates = useDates();
  const directory = useDirectory();
  const { audits } = useStore(model.store);
  return (
    <List aria-label={words.t('events')}>
      {audits.toReversed().map((audit) => (
        <li key={audit.id}>
          <b>{userName(directory, audit.author_id)}</b>
          <time dateTime={audit.created_at}>{dates.full(audit.created_at)}</time>
          {Object.keys(audit.metadata?.custom ?? {}).length > 0 && (
            <Change>
              <b>metadata</b> <code>{JSON.stringify(audit.metadata?.custom)}</code>
            </Change>
          )}
          {audit.events.map((event) => (
            <EventLine key={event.id} event={event} directory={directory} />
          ))}
        </li>
      ))}
    </List>
  );
}

function EventLine({ event, directory }: { event: AuditEvent; directory: Directory }) {
  const words = useWords();
  if (event.type === 'Comment') {
    const text = htmlToText(String(event.html_body ?? event.body ?? ''));
    return (
      <Change>
        <b>{words.t(event.public === true ? 'publicReply' : 'internalNote')}</b>
        <span>{text.length > 140 ? `${text.slice(0, 140)}…` : text}</span>
      </Change>
    );
  }
  if (event.type === 'Change' || event.type === 'Create') {
    const previous = valueText(event.previous_value);
    return (
      <Change>
        <b>{fieldTitle(directory, String(event.field_name ?? ''))}</b>
        <span>
          {valueText(event.value)} {previous !== '' && <del>{previous}</del>}
        </span>
      </Change>
    );
  }
  const { id: _id, type, via: _via, ...rest } = event;
  return (
    <Change>
      <b>{type}</b>
      <span>{String(event.subject ?? event.macro_title ?? JSON.stringify(rest)).slice(0, 160)}</span>
    </Change>
  );
}

function fieldTitle(directory: Directory, name: string): string {
  return directory.fields.find((field) => String(field.id) === name)?.title ?? name;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
