import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { memo } from 'react';
import styled from 'styled-components';
import type { Tab } from '../state/tabs.ts';
import { useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { AppsPanel } from './AppsPanel.tsx';
import { Properties } from './Properties.tsx';
import { TicketFooter } from './TicketFooter.tsx';
import { ConversationColumn } from './ticket/ConversationColumn.tsx';
import { TicketHead } from './ticket/TicketHead.tsx';

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

const Columns = styled.div`
  display: flex;
  flex: 1;
  min-height: 0;
`;

/** One ticket tab: properties, conversation with composer, apps. Stays in the page while another tab is in front. */
export const TicketScreen = memo(function TicketScreen({ tab, isActive }: { tab: Tab; isActive: boolean }) {
  const words = useWords();
  const label = tab.id === undefined ? words.t('newTicket') : words.t('ticketNumber', { id: tab.id });
  return (
    <Screen aria-label={label} hidden={!isActive}>
      {tab.model && <TicketBody model={tab.model} isActive={isActive} />}
      {tab.failed !== undefined && (
        <Alert type="error" style={{ margin: 24 }}>
          <Title>{words.t('noTicket', { id: tab.id ?? '' })}</Title>
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
});

// Each follows its ticket by itself: another ticket that comes or goes is no reason to draw all of them anew.
const Head = memo(TicketHead);
const Left = memo(Properties);
const Middle = memo(ConversationColumn);
const Right = memo(AppsPanel);
const Foot = memo(TicketFooter);

function TicketBody({ model, isActive }: { model: TicketModel; isActive: boolean }) {
  return (
    <>
      <Head model={model} />
      <Columns>
        <Left model={model} />
        <Middle model={model} />
        <Right model={model} isActive={isActive} />
      </Columns>
      <Foot model={model} />
    </>
  );
}
