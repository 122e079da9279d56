import styled from 'styled-components';
import { type Promises, promisesSchema } from '../api/promises.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useBoard } from '../BoardContext.tsx';
import { Awaited } from '../parts/Awaited.tsx';
import { CaseTable, Scroll } from '../parts/CaseTable.tsx';
import { FaceButtons, useFace } from '../parts/Chart.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { MonthSelect } from '../parts/MonthSelect.tsx';
import { Section } from '../parts/Section.tsx';
import type { Filters, Narrowings } from '../route/route.ts';
import { queryOf } from '../route/route.ts';
import { Handlers, LateReasons } from './LateReasons.tsx';
import { PromiseRow } from './PromiseRow.tsx';
import { promisesTable } from './promises-table.ts';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(220px, 1fr);
  gap: 32px;

  @media (max-width: 1000px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

export interface PromisesKeptProps {
  readonly filters: Filters;
  readonly month: string;
  /** The newest month that can be chosen. */
  readonly present: string;
  readonly onMonth: (month: string) => void;
  readonly onOpen: (list: Narrowings) => void;
}

function Kept({ promises, onOpen }: { promises: Promises; onOpen: PromisesKeptProps['onOpen'] }) {
  const { language, format } = useBoard();
  const { say } = language;
  const { month, duties, late, handlers } = promises;
  if (duties.length === 0) return <p>{say('promises.none')}</p>;
  return (
    <Columns>
      <div>
        <Scroll>
          <CaseTable>
            <thead>
              <tr>
                <th scope="col">{say('promises.promise')}</th>
                <th scope="col">{say('promises.share')}</th>
                <th scope="col">{say('promises.versus', { month: format.monthName(promises.previous) })}</th>
                <th scope="col">{say('promises.months')}</th>
                <th scope="col">{say('promises.time')}</th>
                <th scope="col">{say('promises.lateCount')}</th>
              </tr>
            </thead>
            <tbody>
              {duties.map((duty) => (
                <PromiseRow
                  key={`${duty.regime}.${duty.duty}`}
                  duty={duty}
                  onLate={() => onOpen({ due_month: month, late: `${duty.regime}.${duty.duty}` })}
                />
              ))}
            </tbody>
          </CaseTable>
        </Scroll>
        {handlers ? <Handlers handlers={handlers} /> : null}
      </div>
      <LateReasons late={late} onOpen={(code) => onOpen({ due_month: month, late: 'any', delay: code })} />
    </Columns>
  );
}

/** How the promises that fell due in the month were kept. */
export function PromisesKept({ filters, month, present, onMonth, onOpen }: PromisesKeptProps) {
  const { language, format } = useBoard();
  const { say } = language;
  const answer = useAnswer(`promises${queryOf(filters, { month })}`, promisesSchema);
  const face = useFace();
  const table = answer.value ? promisesTable(answer.value, language, format) : undefined;
  return (
    <Section
      title={say('promises.title')}
      beside={say('promises.dueIn', { month: format.month(month) })}
      actions={
        <>
          <MonthSelect value={month} last={present} onChange={onMonth} />
          {table ? <FaceButtons face={face} table={table} file={`promises-${month}.csv`} /> : null}
        </>
      }
    >
      <Awaited answer={answer} height={300}>
        {(promises) =>
          face.isTable && table ? <DataTable {...table} /> : <Kept promises={promises} onOpen={onOpen} />
        }
      </Awaited>
    </Section>
  );
}
