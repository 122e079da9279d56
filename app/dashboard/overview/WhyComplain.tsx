import { useState } from 'react';
import styled from 'styled-components';
import { addMonths, startOfDay } from '../../../domain/local-date.ts';
import { type Cause, type Causes, causesSchema } from '../api/causes.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { Bars } from '../charts/Bars.tsx';
import { Legend } from '../charts/Legend.tsx';
import { usePaint } from '../charts/paint.ts';
import { firstDayOf, isoOf } from '../format.ts';
import { useAccountNames } from '../names/account-names.ts';
import { Awaited } from '../parts/Awaited.tsx';
import { FaceButtons, useFace } from '../parts/Chart.tsx';
import { DataTable, type Tabular } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import { type Filters, type Narrowings, queryOf } from '../route/route.ts';
import { CauseDetail } from './CauseDetail.tsx';
import { Outcomes } from './Outcomes.tsx';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1.2fr) minmax(0, 1.25fr) minmax(220px, 0.85fr);
  gap: 32px;

  @media (max-width: 1000px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  @media (max-width: 700px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

/** Complaints of which nobody has chosen a cause. */
const NONE = '';

export interface WhyComplainProps {
  readonly filters: Filters;
  readonly month: string;
  readonly timeZone: string;
  readonly onOpen: (list: Narrowings, filters?: Filters) => void;
  readonly onAction: (category: string) => void;
}

function useLabels(): (cause: Pick<Cause, 'category'>) => string {
  const { say } = useBoard().language;
  const names = useAccountNames();
  return ({ category }) => (category === null ? say('causes.none') : names.option('category', category));
}

/** The months' complaints of a cause: one beyond its usual range first, else the most frequent. */
const firstOf = ({ causes }: Causes): Cause | undefined =>
  causes.find(({ signal }) => signal === 'above') ?? causes[0];

function Shown({ causes, ...props }: WhyComplainProps & { causes: Causes }) {
  const { filters, timeZone, onOpen, onAction } = props;
  const { language, format } = useBoard();
  const { say } = language;
  const paint = usePaint();
  const labelOf = useLabels();
  const [chosen, setChosen] = useState<string>();
  const cause = causes.causes.find(({ category }) => (category ?? NONE) === chosen) ?? firstOf(causes);
  const { month, previous } = causes;
  const from = firstDayOf(month);
  const span = {
    received_from: isoOf(startOfDay(from, timeZone)),
    received_to: isoOf(startOfDay(addMonths(from, 1), timeZone)),
  };
  const items = causes.causes.map((one) => ({
    key: one.category ?? NONE,
    label: labelOf(one),
    count: one.count,
    before: one.previousCount,
    tone: one === cause ? ('strong' as const) : ('soft' as const),
  }));
  return (
    <Columns>
      <div>
        <Legend
          items={[
            { label: format.monthName(month), fill: paint.soft },
            { label: format.monthName(previous), fill: paint.text, thin: true },
          ]}
        />
        <Bars
          items={items}
          number={format.number}
          chosen={cause ? (cause.category ?? NONE) : undefined}
          onChoose={setChosen}
          beside={({ before = 0 }) => say('causes.before', { before })}
        />
      </div>
      {cause ? (
        <CauseDetail
          key={cause.category}
          cause={cause}
          label={labelOf(cause)}
          month={month}
          onOpen={() =>
            onOpen(span, cause.category === null ? filters : { ...filters, category: cause.category })
          }
          onAction={cause.category === null ? undefined : () => onAction(cause.category ?? NONE)}
        />
      ) : (
        <div />
      )}
      <Outcomes causes={causes} />
    </Columns>
  );
}

/** Why customers complained in the month, and what came of it. */
export function WhyComplain(props: WhyComplainProps) {
  const { filters, month } = props;
  const { language, format } = useBoard();
  const { say } = language;
  const labelOf = useLabels();
  const answer = useAnswer(`causes${queryOf(filters, { month })}`, causesSchema);
  const face = useFace();
  const { value } = answer;
  const table: Tabular | undefined = value && {
    caption: `${say('causes.title')}, ${format.month(value.month)}`,
    columns: [
      say('causes.cause'),
      ...(value.causes[0]?.chart.months ?? []).map(
        (one) => `${format.shortMonth(one.month)} ${one.month.slice(2, 4)}`,
      ),
    ],
    rows: value.causes.map((cause) => [labelOf(cause), ...cause.chart.months.map(({ count }) => count)]),
  };
  const beside =
    value &&
    say('causes.received', {
      n: value.received,
      month: format.month(value.month),
      before: value.previousReceived,
      previous: format.monthName(value.previous),
    });
  return (
    <Section
      title={say('causes.title')}
      beside={beside}
      actions={table ? <FaceButtons face={face} table={table} file={`causes-${month}.csv`} /> : null}
    >
      <Awaited answer={answer} height={300}>
        {(causes) =>
          face.isTable && table ? <DataTable {...table} /> : <Shown {...props} causes={causes} />
        }
      </Awaited>
    </Section>
  );
}
