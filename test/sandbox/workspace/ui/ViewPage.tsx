import styled from 'styled-components';
import type { Words } from '../i18n/strings.ts';
import type { Place } from '../state/navigation.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import { color } from './color.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { TicketTable } from './TicketTable.tsx';
import { useViewRows } from './use-view-rows.ts';

const Page = styled.div`
  display: flex;
  flex: 1;
  min-height: 0;
`;

const Sidebar = styled.nav`
  width: 260px;
  flex: none;
  overflow-y: auto;
  padding: 20px 12px;
  border-right: 1px solid ${color('border.default')};
  background: ${color('background.subtle')};

  h2 {
    margin: 0 8px 12px;
    font-size: 18px;
    font-weight: 600;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;

const ViewLink = styled(PlaceLink)`
  display: flex;
  justify-content: space-between;
  gap: 8px;
  padding: 6px 8px;
  border-radius: 4px;
  color: ${color('foreground.default')};
  line-height: 20px;
  text-decoration: none;

  &:hover {
    background: ${color('background.primaryEmphasis', { transparency: 100 })};
  }

  &[aria-current='page'] {
    background: ${color('background.primaryEmphasis', { transparency: 200 })};
    font-weight: 600;
  }

  span:last-child {
    color: ${color('foreground.subtle')};
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
`;

const Main = styled.main`
  flex: 1;
  min-width: 0;
  overflow: auto;
  padding: 20px 24px;

  h1 {
    margin: 0 0 4px;
    font-size: 20px;
    font-weight: 600;
  }
`;

const Count = styled.p`
  margin: 0 0 16px;
  color: ${color('foreground.subtle')};
`;

/** The views with their counts at the left, the tickets of the chosen one beside. */
export function ViewPage({ place }: { place: Extract<Place, { page: 'view' }> }) {
  const words = useWords();
  const { views } = useDirectory();
  const all = [
    { id: 'open' as const, title: words.t('allOpen') },
    ...views.map((view) => ({ id: view.id, title: view.title })),
  ];
  const { rows, counts } = useViewRows(place.view);
  const title = all.find((view) => view.id === place.view)?.title ?? '';
  return (
    <Page>
      <Sidebar aria-label={words.t('views')}>
        <h2>{words.t('views')}</h2>
        <ul>
          {all.map((view) => (
            <li key={view.id}>
              <ViewLink
                to={{ page: 'view', view: view.id }}
                aria-current={view.id === place.view ? 'page' : undefined}
              >
                <span>{view.title}</span> <span>{counts.get(view.id) ?? ''}</span>
              </ViewLink>
            </li>
          ))}
        </ul>
      </Sidebar>
      <Main>
        <h1>{title}</h1>
        <Count>{rows ? countText(words, rows.rows.length) : words.t('loading')}</Count>
        {rows && <TicketTable title={title} table={rows} />}
      </Main>
    </Page>
  );
}

function countText(words: Words, n: number): string {
  return n === 1 ? words.t('oneTicket') : words.t('tickets', { n });
}
