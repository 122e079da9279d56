import { useBoard } from '../BoardContext.tsx';
import { useAccountNames } from '../names/account-names.ts';
import { useNames } from '../names/use-names.ts';
import { type Chip, Chips } from '../parts/Chips.tsx';
import { changed, toggled, valuesOf } from '../route/many.ts';
import { isList, NARROWINGS, type Narrowings } from '../route/route.ts';
import { narrowingText } from './narrowing-text.ts';

export interface NarrowingChipsProps {
  readonly narrowings: Narrowings;
  readonly zone: string;
  readonly onChange: (narrowings: Narrowings) => void;
}

/** What the register is narrowed to, value by value. */
export function NarrowingChips({ narrowings, zone, onChange }: NarrowingChipsProps) {
  const { language, when, format } = useBoard();
  const { say } = language;
  const account = useAccountNames();
  const owner = useNames('user', valuesOf(narrowings.assignee).map(Number));
  const words = { language, when, format, owner, account, zone };
  const chips = NARROWINGS.flatMap((name): Chip[] => {
    const given = narrowings[name];
    if (given === undefined) return [];
    const values = isList(name) ? valuesOf(given) : [given];
    return values.map((value) => ({
      key: `${name} ${value}`,
      text: narrowingText(name, value, words),
      onRemove: () => onChange(changed(narrowings, name, isList(name) ? toggled(given, value) : undefined)),
    }));
  });
  return <Chips label={say('register.narrowedTo')} chips={chips} onRemoveAll={() => onChange({})} />;
}
