import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { Audit, AuditEvent } from '../api/shapes.ts';
import { type Directory, userName } from '../state/directory.ts';
import { useParts } from '../state/store.ts';
import { useDates, useDirectory, useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { Avatar } from './Avatar.tsx';
import { color } from './color.ts';
import { EventLine, Line } from './ticket/EventLine.tsx';

const List = styled.ol`
  margin: 0;
  padding: 8px 20px 20px;
  list-style: none;

  > li {
    padding: 12px 0;
    border-bottom: 1px solid ${color('border.subtle')};
  }

  time {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  flex-wrap: wrap;
  gap: 8px;

  time {
    margin-left: auto;
  }
`;

/** Every audit of the ticket with its events, newest first: who did what, from what to what. */
export function EventList({ model }: { model: TicketModel }) {
  const words = useWords();
  const { audits } = useParts(model.store, 'audits');
  return (
    <List aria-label={words.t('events')}>
      {audits.toReversed().map((audit) => (
        <AuditItem key={audit.id} audit={audit} />
      ))}
    </List>
  );
}

function AuditItem({ audit }: { audit: Audit }) {
  const words = useWords();
  const dates = useDates();
  const directory = useDirectory();
  const author = directory.users.get(audit.author_id);
  const custom = audit.metadata?.custom ?? {};
  return (
    <li>
      <Head>
        {author && <Avatar user={author} size={24} />}
        <b>{userName(directory, audit.author_id)}</b>
        {(author?.role === 'end-user' || audit.via.channel !== 'web') && (
          <Tag size="small">{words.value('channel', audit.via.channel)}</Tag>
        )}
        <time dateTime={audit.created_at}>{dates.full(audit.created_at)}</time>
      </Head>
      {audit.events
        .filter((event) => !isRepeated(event, directory))
        .map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      {Object.keys(custom).length > 0 && (
        <Line>
          <b>{words.t('metadata')}</b>
          <code>{JSON.stringify(custom)}</code>
        </Line>
      )}
    </li>
  );
}

/** A category's default status says no more than the status beside it. */
function isRepeated(event: AuditEvent, { customStatuses }: Directory): boolean {
  if (event.field_name !== 'custom_status_id') return false;
  const isDefault = (id: unknown) =>
    customStatuses.find((it) => String(it.id) === String(id))?.default ?? true;
  return isDefault(event.value) && isDefault(event.previous_value);
}
