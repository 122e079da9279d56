import { useState } from 'react';
import styled from 'styled-components';
import type { Place } from '../state/navigation.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import { color } from './color.ts';
import { TicketList } from './list/TicketList.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { pageSize, useViewRows } from './use-view-rows.ts';

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

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: -2px;
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

  &[aria-current='page'] span:last-child {
    color: ${color('foreground.default')};
  }
`;

/** The views with their counts at the left, the tickets of the chosen one beside. */
export function ViewPage({ place }: { place: Extract<Place, { page: 'view' }> }) {
  const words = useWords();
  const { views } = useDirectory();
  const [paging, setPaging] = useState({ view: place.view, page: 1 });
  const page = paging.view === place.view ? paging.page : 1;
  const all = [
    { id: 'open' as const, title: words.t('allOpen') },
    ...views.map((view) => ({ id: view.id, title: view.title })),
  ];
  const { rows, counts } = useViewRows(place.view, page);
  const count = counts.get(place.view) ?? rows?.rows.length ?? 0;
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
      <TicketList
        key={place.view}
        title={all.find((view) => view.id === place.view)?.title ?? ''}
        table={rows}
        count={count}
        page={page}
        pages={Math.ceil(count / pageSize)}
        onPage={(next) => setPaging({ view: place.view, page: next })}
      />
    </Page>
  );
}
