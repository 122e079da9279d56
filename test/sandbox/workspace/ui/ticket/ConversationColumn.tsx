import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { useParts } from '../../state/store.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { Composer } from '../Composer.tsx';
import { Conversation } from '../Conversation.tsx';
import { color } from '../color.ts';
import { EventList } from '../EventList.tsx';
import { SortIcon } from '../icons.tsx';
import { MailList } from './MailList.tsx';
import { SubjectField } from './SubjectField.tsx';

const Middle = styled.div`
  display: flex;
  flex: 1;
  min-width: 320px;
  flex-direction: column;
  background: ${color('background.default')};
`;

const Heading = styled.div`
  display: flex;
  align-items: center;
  flex: none;
  gap: 8px;
  padding: 8px 16px 8px 20px;
  border-bottom: 1px solid ${color('border.subtle')};
`;

const Scroller = styled.div`
  flex: 1;
  min-height: 80px;
  overflow-y: auto;
`;

const tabNames = ['conversation', 'events', 'mails'] as const;

/** The subject, the messages or what else happened, and the composer. A new ticket has only a composer. */
export function ConversationColumn({ model }: { model: TicketModel }) {
  const { directory } = useWorkspace();
  const words = useWords();
  const { ticket } = useParts(model.store, 'ticket');
  const [tab, setTab] = useState<(typeof tabNames)[number]>('conversation');
  const [isNewestFirst, setNewestFirst] = useState(false);
  const isNew = ticket.id === undefined;
  const show = (next: typeof tab) => {
    setTab(next);
    if (next === 'events') void directory.reload();
  };
  const order = words.t(isNewestFirst ? 'newestLast' : 'newestFirst');
  return (
    <Middle>
      <Heading>
        <SubjectField model={model} />
        {!isNew &&
          tabNames.map((name) => (
            <Button
              key={name}
              size="small"
              isBasic={name !== tab}
              isNeutral
              aria-pressed={name === tab}
              onClick={() => show(name)}
            >
              {words.t(name)}
            </Button>
          ))}
        {!isNew && (
          <IconButton
            size="small"
            aria-label={order}
            title={order}
            onClick={() => setNewestFirst(!isNewestFirst)}
          >
            <SortIcon />
          </IconButton>
        )}
      </Heading>
      {(isNew || tab === 'conversation') && <Conversation model={model} isNewestFirst={isNewestFirst} />}
      {!isNew && tab !== 'conversation' && (
        <Scroller>{tab === 'events' ? <EventList model={model} /> : <MailList model={model} />}</Scroller>
      )}
      <Composer model={model} />
    </Middle>
  );
}
