import { useEffect, useState } from 'react';

/** How long a closed ticket stays in the page, unseen, so that its apps hear `app.willDestroy`; in milliseconds. */
const farewell = 250;

/** The items, with those that have just gone at the end, each for a moment. */
export function useLingering<Item extends { key: string }>(items: readonly Item[]): readonly Item[] {
  const [known, setKnown] = useState(items);
  const gone = known.filter((it) => !items.some((item) => item.key === it.key));
  useEffect(() => {
    setKnown((before) => [...items, ...before.filter((it) => !items.some((item) => item.key === it.key))]);
    const timer = setTimeout(() => setKnown(items), farewell);
    return () => clearTimeout(timer);
  }, [items]);
  return [...items, ...gone];
}
