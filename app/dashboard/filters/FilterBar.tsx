import { lazy, Suspense } from 'react';
import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { type Option, useAccountNames } from '../names/account-names.ts';
import { channelText } from '../names/words.ts';
import type { FilterName, Filters } from '../route/route.ts';
import { ChoiceFilter } from './ChoiceFilter.tsx';

// A list that is searched while one types takes more script than all the rest of what is seen first.
const SiteFilter = lazy(() => import('./SiteFilter.tsx').then(({ SiteFilter: it }) => ({ default: it })));

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;

  @media print {
    display: none;
  }
`;

const Place = styled.div`
  width: 190px;
`;

const CHANNELS = ['form', 'email', 'letter', 'phone', 'other'];

export interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** What the whole page is narrowed to. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { say } = useBoard().language;
  const names = useAccountNames();
  const set = (name: FilterName) => (value: string | undefined) => {
    const { [name]: _before, ...rest } = filters;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const channels: Option[] = CHANNELS.map((code) => ({ value: code, label: channelText(code, say) }));
  return (
    <Bar role="group" aria-label={say('filter.title')}>
      <ChoiceFilter
        label={say('filter.brand')}
        all={say('filter.allBrands')}
        options={names.brands}
        value={filters.brand}
        onChange={set('brand')}
      />
      <Suspense fallback={<Place />}>
        <SiteFilter value={filters.organization} onChange={set('organization')} />
      </Suspense>
      <ChoiceFilter
        label={say('filter.category')}
        all={say('filter.allCategories')}
        options={names.options('category')}
        value={filters.category}
        onChange={set('category')}
      />
      <ChoiceFilter
        label={say('filter.channel')}
        all={say('filter.allChannels')}
        options={channels}
        value={filters.channel}
        onChange={set('channel')}
      />
    </Bar>
  );
}
