import styled from 'styled-components';
import type { Overview } from '../api/overview.ts';
import { useBoard } from '../BoardContext.tsx';
import { Awaited } from '../parts/Awaited.tsx';
import { Section } from '../parts/Section.tsx';
import { type Narrowings, queryOf } from '../route/route.ts';
import type { Routing } from '../route/use-route.ts';
import { ColumnMenu } from './ColumnMenu.tsx';
import { COLUMN_PARTS } from './columns.tsx';
import { ExportButton } from './ExportButton.tsx';
import { NarrowingChips } from './NarrowingChips.tsx';
import { Pager } from './Pager.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { SearchField } from './SearchField.tsx';
import { useColumns } from './use-columns.ts';
import { usePages } from './use-pages.ts';

const Tools = styled.div`
  display: grid;
  gap: 12px;
  margin-bottom: 12px;

  @media print {
    display: none;
  }
`;

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: flex-start;
  justify-content: space-between;
  gap: 8px 16px;
`;

const Buttons = styled.div`
  display: flex;
  align-items: center;
  gap: 8px;
`;

const DEFAULT_SORT = 'due';

export interface RegisterProps extends Routing {
  readonly overview: Overview | undefined;
}

/** The register of all complaints. */
export default function Register({ route, go, overview }: RegisterProps) {
  const { language } = useBoard();
  const { say } = language;
  const { columns, toggle } = useColumns();
  const { filters, register, sort = DEFAULT_SORT } = route;
  const order = sort.startsWith('-') ? { sort: sort.slice(1), order: 'desc' } : { sort };
  const query = queryOf(filters, register, order);
  const pages = usePages(query);
  const inFile = columns.flatMap((name) => COLUMN_PARTS[name].inFile).join(',');
  const change = (narrowings: Narrowings): void => go({ register: narrowings });
  const [now, zone] = [overview?.now ?? Date.now(), overview?.timeZone ?? 'UTC'];
  return (
    <Section
      isArrival
      title={say('register.title')}
      beside={pages.total === undefined ? '' : say('register.count', { n: pages.total })}
    >
      <Tools>
        <Row>
          <SearchField onFound={(tickets) => change({ tickets: tickets.join(',') })} />
          <Buttons>
            <ColumnMenu columns={columns} onToggle={toggle} />
            <ExportButton
              path={`cases.csv${queryOf(filters, register, order, { columns: inFile, language: language.code })}`}
            />
          </Buttons>
        </Row>
        <RegisterFilters narrowings={register} onChange={change} />
        <NarrowingChips narrowings={register} zone={zone} onChange={change} />
      </Tools>
      <Awaited answer={pages.answer} height={400}>
        {({ cases }) =>
          cases.length === 0 ? (
            <p>{say('register.none')}</p>
          ) : (
            <>
              <RegisterTable
                rows={cases}
                columns={columns}
                now={now}
                zone={zone}
                sort={sort}
                onSort={(by) => go({ sort: by })}
              />
              <Pager pages={pages} shown={cases.length} />
            </>
          )
        }
      </Awaited>
    </Section>
  );
}
