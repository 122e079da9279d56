import type { Place } from '../../state/navigation.ts';
import type { Tab } from '../../state/tabs.ts';
import { useWorkspace } from '../../state/workspace.ts';

/** The place where a tab's ticket is. */
export function placeOfTab({ id, key }: Pick<Tab, 'id' | 'key'>): Place {
  return id === undefined
    ? { page: 'new', number: Number(key.replace('new/', '')) }
    : { page: 'ticket', ticket: id };
}

/** Closes a tab; from the one in front one gets to another, or to the list. */
export function useCloseTab(): (tab: Pick<Tab, 'id' | 'key'>) => void {
  const { navigation, tabs } = useWorkspace();
  return (tab) => {
    const place = navigation.place.get();
    const isCurrent = JSON.stringify(place) === JSON.stringify(placeOfTab(tab));
    if (isCurrent) {
      const other = tabs.store.get().findLast((it) => it.key !== tab.key);
      navigation.go(other ? placeOfTab(other) : { page: 'view', view: 'open' });
    }
    tabs.close(tab.key);
  };
}
