import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { useDates, useWords, useWorkspace } from '../state/workspace.ts';
import { color } from './color.ts';
import { Card, Subtle } from './control/Card.tsx';
import { ClockForm } from './control/ClockForm.tsx';
import { CustomerTab } from './control/CustomerTab.tsx';
import { DeliveriesTab } from './control/DeliveriesTab.tsx';
import { FaultsCard } from './control/FaultsCard.tsx';
import { MailsTab } from './control/MailsTab.tsx';
import { RequestsTab } from './control/RequestsTab.tsx';
import { TabList } from './control/TabList.tsx';
import { useControlWords } from './control/words.ts';

const Page = styled.main`
  flex: 1;
  min-width: 0;
  overflow: auto;
  padding: 20px 24px;

  h1 {
    margin: 0;
    font-size: 20px;
    font-weight: 600;
  }

  a {
    color: ${color('foreground.primary')};
  }
`;

const Columns = styled.div`
  display: grid;
  grid-template-columns: 340px minmax(0, 1fr);
  gap: 24px;
  align-items: start;
  margin-top: 16px;

  @media (max-width: 1000px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Time = styled.p`
  margin: 0 0 12px;
  font-size: 18px;
  font-variant-numeric: tabular-nums;
`;

const Head = styled.div`
  position: relative;

  > button {
    position: absolute;
    top: 2px;
    right: 0;
  }
`;

const NAMES = ['requests', 'deliveries', 'mails', 'customer'] as const;
type Name = (typeof NAMES)[number];

/** What no real account has: the clock, faults, what went in and out, and what customers do. */
export function SandboxPage() {
  const words = useWords();
  const own = useControlWords();
  return (
    <Page aria-label={words.t('sandbox')}>
      <h1>{words.t('sandbox')}</h1>
      <Subtle>{own.t('about')}</Subtle>
      <Columns>
        <div>
          <ClockCard />
          <FaultsCard />
        </div>
        <Logs />
      </Columns>
    </Page>
  );
}

function ClockCard() {
  const { clock } = useWorkspace();
  const own = useControlWords();
  const now = useStore(clock.ticks);
  return (
    <Card title={own.t('clock')}>
      <Time>{useDates().full(now)}</Time>
      <ClockForm />
    </Card>
  );
}

function Logs() {
  const { control } = useWorkspace();
  const own = useControlWords();
  const [selected, setSelected] = useState<Name>('requests');
  const [emptied, setEmptied] = useState(0);
  const empty = async (log: Exclude<Name, 'customer'>) => {
    await control.emptyLog(log);
    setEmptied(emptied + 1);
  };
  return (
    <div>
      <Head>
        <TabList<Name>
          label={own.t('tabs')}
          tabs={NAMES.map((name) => ({ name, title: own.t(name) }))}
          selected={selected}
          onSelect={setSelected}
        />
        {selected !== 'customer' && (
          <Button size="small" isBasic onClick={() => void empty(selected)}>
            {own.t('empty')}
          </Button>
        )}
      </Head>
      {/* A log that was emptied is read anew. */}
      <div key={emptied} role="tabpanel" id="sandbox-panel" aria-labelledby={`tab-${selected}`}>
        {selected === 'requests' && <RequestsTab />}
        {selected === 'deliveries' && <DeliveriesTab />}
        {selected === 'mails' && <MailsTab />}
        {selected === 'customer' && <CustomerTab />}
      </div>
    </div>
  );
}
