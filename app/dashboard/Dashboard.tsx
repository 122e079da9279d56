import { Button } from '@zendeskgarden/react-buttons';
import { Tabs } from '@zendeskgarden/react-tabs';
import { lazy, Suspense, useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { Overview as OverviewAnswer } from './api/overview.ts';
import { overviewSchema } from './api/overview.ts';
import { type Answer, useAnswer } from './api/use-answer.ts';
import { useBoard } from './BoardContext.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { FilterChips } from './filters/FilterChips.tsx';
import type { BoardKey } from './language.ts';
import { Overview } from './overview/Overview.tsx';
import { PartMissing } from './parts/Awaited.tsx';
import { Boundary } from './parts/Boundary.tsx';
import { BoardPage, Head, Title } from './parts/page.ts';
import { queryOf, TABS, type Tab } from './route/route.ts';
import { type Routing, useRoute } from './route/use-route.ts';

const Register = lazy(() => import('./register/Register.tsx'));
const Reports = lazy(() => import('./reports/Reports.tsx'));

/** What is due changes while the page is looked at, in milliseconds. */
const REFRESH = 60_000;

const Parts = styled(Tabs)`
  /* A menu that opens over the end of the page is not cut off. */
  overflow: visible;

  @media print {
    & [role='tablist'] {
      display: none;
    }
  }
`;

const Tools = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  gap: 8px;

  @media print {
    display: none;
  }
`;

const Content = styled.div`
  padding-top: 4px;
`;

const TAB_NAMES: Readonly<Record<Tab, BoardKey>> = {
  overview: 'tabs.overview',
  register: 'tabs.register',
  reports: 'tabs.reports',
};

function useRefresh({ loading, reload }: Pick<Answer<OverviewAnswer>, 'loading' | 'reload'>): void {
  const { host } = useBoard();
  const isAsking = useRef(loading);
  useEffect(() => {
    isAsking.current = loading;
  }, [loading]);
  useEffect(() => {
    // The page is told that it is in sight when it has just been opened, too.
    const again = (): void => {
      if (document.visibilityState === 'visible' && !isAsking.current) reload();
    };
    const timer = setInterval(again, REFRESH);
    const stop = host.onActivated(again);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [host, reload]);
}

function TabContent({
  tab,
  answer,
  routing,
}: {
  tab: Tab;
  answer: Answer<OverviewAnswer>;
  routing: Routing;
}) {
  if (tab === 'register') return <Register {...routing} overview={answer.value} />;
  if (tab === 'reports') return <Reports {...routing} overview={answer.value} />;
  return <Overview {...routing} answer={answer} />;
}

/** The leads' page. */
export function Dashboard() {
  const { language, when } = useBoard();
  const { say } = language;
  const routing = useRoute();
  const { route, go, setFilters } = routing;
  const answer = useAnswer(`overview${queryOf(route.filters)}`, overviewSchema);
  useRefresh(answer);
  const { value } = answer;
  const open = (item: string): void => {
    const tab = TABS.find((one) => one === item);
    if (tab && tab !== route.tab) go({ tab });
  };
  return (
    <BoardPage>
      <Head>
        <Title>
          <h1>{say('page.title')}</h1>
          <p>{value ? `${when.longDay(when.today(value.now))}, ${when.time(value.now)}` : ''}</p>
        </Title>
        <Tools>
          <FilterBar filters={route.filters} onChange={setFilters} />
          <Button size="small" isNeutral onClick={() => window.print()}>
            {say('page.print')}
          </Button>
        </Tools>
        <FilterChips filters={route.filters} onChange={setFilters} />
      </Head>
      <Parts selectedItem={route.tab} onChange={open}>
        <Tabs.TabList>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} item={tab}>
              {say(TAB_NAMES[tab])}
            </Tabs.Tab>
          ))}
        </Tabs.TabList>
        {TABS.map((tab) => (
          <Tabs.TabPanel key={tab} item={tab}>
            {tab === route.tab ? (
              <Content>
                <Boundary fallback={<PartMissing />}>
                  <Suspense fallback={<div />}>
                    <TabContent tab={tab} answer={answer} routing={routing} />
                  </Suspense>
                </Boundary>
              </Content>
            ) : null}
          </Tabs.TabPanel>
        ))}
      </Parts>
    </BoardPage>
  );
}
