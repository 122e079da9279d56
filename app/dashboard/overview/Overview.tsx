import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { localDateAt } from '../../../domain/local-date.ts';
import { ForScreenReaders } from '../../ui/layout.tsx';
import type { Overview as OverviewAnswer } from '../api/overview.ts';
import type { Answer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { monthPlus } from '../format.ts';
import { Awaited as Answered } from '../parts/Awaited.tsx';
import { Divider } from '../parts/Section.tsx';
import { onceLoaded, usePart } from '../parts/use-part.ts';
import type { Filters, Narrowings } from '../route/route.ts';
import type { Routing } from '../route/use-route.ts';
import { Definitions } from './Definitions.tsx';
import { Figures } from './Figures.tsx';
import { NextDue } from './NextDue.tsx';

/** Pictures are read after what is due, and so are the scripts that draw them: fetched while the figures are counted. */
const loadPictures = onceLoaded(() => import('./pictures.ts'));

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

type Pictures = Awaited<ReturnType<typeof loadPictures>>;

interface TodayProps {
  readonly overview: OverviewAnswer;
  readonly pictures: Pictures | undefined;
  readonly onOpen: (list: Narrowings) => void;
}

function Today({ overview, pictures, onOpen }: TodayProps) {
  const { say } = useBoard().language;
  return (
    <>
      <ForScreenReaders as="h2">{say('figures.title')}</ForScreenReaders>
      <Figures overview={overview} onOpen={onOpen} />
      <Columns>
        <NextDue overview={overview} onAll={() => onOpen({ open: 'true' })} />
        {pictures ? <pictures.Forecast overview={overview} onOpen={onOpen} /> : <div />}
      </Columns>
    </>
  );
}

/** What takes longer to count is asked for when what is looked at first has been answered, not beside it. */
function useSettled(filters: Filters, isAsking: boolean): Filters {
  const [settled, setSettled] = useState(filters);
  useEffect(() => {
    if (!isAsking) setSettled(filters);
  }, [filters, isAsking]);
  return settled;
}

/** What a lead looks at every morning. */
export function Overview({ answer, route, go }: OverviewProps) {
  const pictures = usePart(loadPictures);
  const filters = useSettled(route.filters, answer.loading);
  const onOpen = (register: Narrowings, narrowed?: Filters): void =>
    go({ tab: 'register', register, ...(narrowed ? { filters: narrowed } : {}) });
  const { value } = answer;
  const present = value && localDateAt(value.now, value.timeZone).slice(0, 7);
  const month = route.month ?? (present && monthPlus(present, -1));
  return (
    <>
      <Answered answer={answer} height={420}>
        {(overview) => <Today overview={overview} pictures={pictures} onOpen={onOpen} />}
      </Answered>
      {pictures && value && month && present ? (
        <>
          <Divider />
          <pictures.PromisesKept
            filters={filters}
            month={month}
            present={present}
            onMonth={(chosen) => go({ month: chosen })}
            onOpen={onOpen}
          />
          <Divider />
          <pictures.WhyComplain
            filters={filters}
            month={month}
            timeZone={value.timeZone}
            onOpen={onOpen}
            onAction={(category) => go({ tab: 'reports', about: category })}
          />
        </>
      ) : null}
      <Divider />
      <Definitions />
    </>
  );
}
