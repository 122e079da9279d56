import { useBoard } from '../BoardContext.tsx';
import type { BoardKey } from '../language.ts';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { channelText } from '../names/words.ts';
import { Chips } from '../parts/Chips.tsx';
import { changed, toggled, valuesOf } from '../route/many.ts';
import { FILTERS, type FilterName } from '../route/route.ts';
import type { FilterBarProps } from './FilterBar.tsx';

const LABELS: Readonly<Record<FilterName, BoardKey>> = {
  brand: 'filter.brand',
  organization: 'filter.site',
  category: 'filter.category',
  channel: 'filter.channel',
};

/** What the whole page is narrowed to, value by value; on paper it says what the figures are of. */
export function FilterChips({ filters, onChange }: FilterBarProps) {
  const { say } = useBoard().language;
  const names = useAccountNames();
  const site = useNames('organization', valuesOf(filters.organization).map(Number));
  const texts: Readonly<Record<FilterName, (value: string) => string>> = {
    brand: (id) => names.brands.find(({ value }) => value === id)?.label ?? `#${id}`,
    organization: (id) => site(Number(id)),
    category: (code) => names.option('category', code),
    channel: (code) => channelText(code, say),
  };
  const chips = FILTERS.flatMap((name) =>
    valuesOf(filters[name]).map((value) => ({
      key: `${name} ${value}`,
      text: `${say(LABELS[name])}: ${texts[name](value)}`,
      onRemove: () => onChange(changed(filters, name, toggled(filters[name], value))),
    })),
  );
  return <Chips label={say('filter.chosen')} chips={chips} onRemoveAll={() => onChange({})} />;
}
