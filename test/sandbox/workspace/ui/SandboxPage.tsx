import { Button } from '@zendeskgarden/react-buttons';
import { useCallback, useEffect, useState } from 'react';
import styled from 'styled-components';
import type { Delivery, LoggedRequest, Mail } from '../api/control.ts';
import { useStore } from '../state/store.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { color } from './color.ts';
import { DeliveryTable, MailList, RequestTable } from './SandboxLists.tsx';

const Page = styled.main`
  flex: 1;
  min-width: 0;
  overflow: auto;
  padding: 20px 24px;

  h1 {
    margin: 0 0 12px;
    font-size: 20px;
    font-weight: 600;
  }
`;

const Bar = styled.div`
  display: flex;
  gap: 8px;
  margin-bottom: 16px;
`;

const Empty = styled.p`
  color: ${color('foreground.subtle')};
`;

type Tab = 'mails' | 'deliveries' | 'requests';

interface Lists {
  mails: Mail[];
  deliveries: Delivery[];
  requests: LoggedRequest[];
}

/** What left the account: mail to customers, webhook deliveries, and the calls made to its API. */
export function SandboxPage() {
  const { control, ticketChanges } = useWorkspace();
  const words = useWords();
  const [tab, setTab] = useState<Tab>('mails');
  const [lists, setLists] = useState<Lists>({ mails: [], deliveries: [], requests: [] });
  const changes = useStore(ticketChanges);
  const read = useCallback(async () => {
    const [mails, deliveries, requests] = await Promise.all([
      control.mails(),
      control.deliveries(),
      control.requests(),
    ]);
    setLists({
      mails: mails.toReversed(),
      deliveries: deliveries.toReversed(),
      requests: requests.toReversed(),
    });
  }, [control]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` says when to read again.
  useEffect(() => void read(), [read, changes]);
  return (
    <Page>
      <h1>{words.t('sandbox')}</h1>
      <Bar>
        {(['mails', 'deliveries', 'requests'] as const).map((name) => (
          <Button
            key={name}
            size="small"
            isPrimary={name === tab}
            aria-pressed={name === tab}
            onClick={() => setTab(name)}
          >
            {`${words.t(name)} (${lists[name].length})`}
          </Button>
        ))}
        <Button size="small" isBasic onClick={() => void read()}>
          {words.t('refresh')}
        </Button>
      </Bar>
      {lists[tab].length === 0 && <Empty>{words.t('nothingYet')}</Empty>}
      {tab === 'mails' && <MailList mails={lists.mails} />}
      {tab === 'deliveries' && <DeliveryTable deliveries={lists.deliveries} />}
      {tab === 'requests' && <RequestTable requests={lists.requests} />}
    </Page>
  );
}
