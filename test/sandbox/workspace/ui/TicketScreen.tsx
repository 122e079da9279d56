import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import type { Tab } from '../state/tabs.ts';
import { useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { AppsPanel } from './AppsPanel.tsx';
import { Composer } from './Composer.tsx';
import { Conversation } from './Conversation.tsx';
import { color } from './color.ts';
import { EventList } from './EventList.tsx';
import { Properties } from './Properties.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { TicketFooter } from './TicketFooter.tsx';

const Screen = styled.main`
  display: flex;
  flex: 1;
  min-width: 0;
  min-height: 0;
  flex-direction: column;

  &[hidden] {
    display: none;
  }
`;

const Path = styled.div`
  display: flex;
  align-items: center;
  flex: none;
  gap: 8px;
  height: 44px;
  padding: 0 16px;
  border-bottom: 1px solid ${color('border.default')};
  background: ${color('background.default')};
`;

const Crumb = styled.span`
  padding: 2px 10px;
  border: 1px solid ${color('border.default')};
  border-radius: 14px;
  line-height: 20px;
  white-space: nowrap;
`;

const Columns = styled.div`
  display: flex;
  flex: 1;
  min-height: 0;
`;

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
  gap: 12px;
  padding: 10px 20px;
  border-bottom: 1px solid ${color('border.subtle')};

  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-size: 16px;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

const Scroller = styled.div`
  flex: 1;
  min-height: 80px;
  overflow-y: auto;
`;

/** One ticket tab: properties, conversation with composer, apps. Stays in the page while another tab is in front. */
export function TicketScreen({ tab, isActive }: { tab: Tab; isActive: boolean }) {
  const words = useWords();
  const label = words.t('ticketNumber', { id: tab.id });
  return (
    <Screen aria-label={label} hidden={!isActive}>
      {tab.model && <TicketBody model={tab.model} isActive={isActive} />}
      {tab.failed !== undefined && (
        <Alert type="error" style={{ margin: 24 }}>
          <Title>{words.t('noTicket', { id: tab.id })}</Title>
          {tab.failed}
        </Alert>
      )}
      {!tab.model && tab.failed === undefined && (
        <div style={{ padding: 24 }}>
          <Skeleton height="24px" width="40%" />
          <Skeleton height="120px" />
        </div>
      )}
    </Screen>
  );
}

function TicketBody({ model, isActive }: { model: TicketModel; isActive: boolean }) {
  const { ticket } = useStore(model.store);
  const words = useWords();
  const { users, organizations } = useDirectory();
  const organization = organizations.find((it) => it.id === ticket.organization_id);
  return (
    <>
      <Path>
        {organization && <Crumb>{organization.name}</Crumb>}
        <Crumb>{users.get(ticket.requester_id)?.name}</Crumb>
        <Crumb style={{ display: 'inline-flex', gap: 8, paddingLeft: 4 }}>
          <StatusBadge status={ticket.status} /> {words.t('ticketNumber', { id: ticket.id })}
        </Crumb>
      </Path>
      <Columns>
        <Properties model={model} />
        <ConversationColumn model={model} />
        <AppsPanel model={model} isActive={isActive} />
      </Columns>
      <TicketFooter model={model} />
    </>
  );
}

function ConversationColumn({ model }: { model: TicketModel }) {
  const { directory } = useWorkspace();
  const { ticket } = useStore(model.store);
  const words = useWords();
  const [tab, setTab] = useState<'conversation' | 'events'>('conversation');
  const show = (next: typeof tab) => {
    setTab(next);
    if (next === 'events') void directory.reload();
  };
  return (
    <Middle>
      <Heading>
        <h1>{ticket.subject}</h1>
        {(['conversation', 'events'] as const).map((name) => (
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
      </Heading>
      {tab === 'conversation' ? (
        <Conversation model={model} />
      ) : (
        <Scroller>
          <EventList model={model} />
        </Scroller>
      )}
      <Composer model={model} />
    </Middle>
  );
}
