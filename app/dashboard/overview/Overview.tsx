import { lazy, Suspense } from 'react';
import styled from 'styled-components';
import { localDateAt } from '../../../domain/local-date.ts';
import { ForScreenReaders } from '../../ui/layout.tsx';
import type { Overview as OverviewAnswer } from '../api/overview.ts';
import type { Answer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { monthPlus } from '../format.ts';
import { Awaited } from '../parts/Awaited.tsx';
import { Divider } from '../parts/Section.tsx';
import type { Filters, Narrowings } from '../route/route.ts';
import type { Routing } from '../route/use-route.ts';
import { Definitions } from './Definitions.tsx';
import { Figures } from './Figures.tsx';
import { NextDue } from './NextDue.tsx';

// Pictures are read after what is due, and so are the scripts that draw them.
const Forecast = lazy(() => import('./Forecast.tsx').then(({ Forecast: it }) => ({ default: it })));
const PromisesKept = lazy(() => import('./PromisesKept.tsx'));
const WhyComplain = lazy(() => import('./WhyComplain.tsx'));

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1.8fr) minmax(0, 1fr);
  gap: 32px;
  margin-top: 24px;

  @media (max-width: 1180px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

export interface OverviewProps extends Routing {
  readonly answer: Answer<OverviewAnswer>;
}

function Today({ overview, onOpen }: { overview: OverviewAnswer; onOpen: (list: Narrowings) => void }) {
  const { say } = useBoard().language;
  return (
    <>
      <ForScreenReaders as="h2">{say('figures.title')}</ForScreenReaders>
      <Figures overview={overview} onOpen={onOpen} />
      <Columns>
        <NextDue overview={overview} onAll={() => onOpen({ open: 'true' })} />
        <Suspense fallback={<div />}>
          <Forecast overview={overview} onOpen={onOpen} />
        </Suspense>
      </Columns>
    </>
  );
}

/** What a lead looks at every morning. */
export function Overview({ answer, route, go }: OverviewProps) {
  const { filters } = route;
  const onOpen = (register: Narrowings, narrowed?: Filters): void =>
    go({ tab: 'register', register, ...(narrowed ? { filters: narrowed } : {}) });
  const { value } = answer;
  const present = value && localDateAt(value.now, value.timeZone).slice(0, 7);
  const month = route.month ?? (present && monthPlus(present, -1));
  return (
    <>
      <Awaited answer={answer} height={420}>
        {(overview) => <Today overview={overview} onOpen={onOpen} />}
      </Awaited>
      {value && month && present ? (
        <Suspense fallback={<div />}>
          <Divider />
          <PromisesKept
            filters={filters}
            month={month}
            present={present}
            onMonth={(chosen) => go({ month: chosen })}
            onOpen={onOpen}
          />
          <Divider />
          <WhyComplain
            filters={filters}
            month={month}
            timeZone={value.timeZone}
            onOpen={onOpen}
            onAction={(category) => go({ tab: 'reports', about: category })}
          />
        </Suspense>
      ) : null}
      <Divider />
      <Definitions />
    </>
  );
}
