import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { channelText } from '../names/words.ts';
import { changed } from '../route/many.ts';
import type { FilterName, Filters } from '../route/route.ts';
import { ManyFilter } from './ManyFilter.tsx';
import { SiteFilter } from './SiteFilter.tsx';

const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
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
  const part = (name: FilterName) => ({
    value: filters[name],
    onChange: (value: string | undefined) => onChange(changed(filters, name, value)),
  });
  return (
    <Bar role="group" aria-label={say('filter.title')}>
      <ManyFilter
        label={say('filter.brand')}
        all={say('filter.allBrands')}
        options={names.brands}
        {...part('brand')}
      />
      <SiteFilter {...part('organization')} />
      <ManyFilter
        label={say('filter.category')}
        all={say('filter.allCategories')}
        options={names.options('category')}
        {...part('category')}
      />
      <ManyFilter
        label={say('filter.channel')}
        all={say('filter.allChannels')}
        options={CHANNELS.map((code) => ({ value: code, label: channelText(code, say) }))}
        {...part('channel')}
      />
    </Bar>
  );
}
