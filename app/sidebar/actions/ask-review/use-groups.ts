import { useEffect, useState } from 'react';
import { fetchGroups, type Group } from '../../../zaf/groups.ts';
import { useSidebar } from '../../SidebarContext.tsx';

export type { Group } from '../../../zaf/groups.ts';

/** The groups that a ticket may go to; undefined until read, empty where they can't be. */
export function useGroups(): readonly Group[] | undefined {
  const { host } = useSidebar();
  const [groups, setGroups] = useState<readonly Group[]>();
  useEffect(() => {
    let alive = true;
    fetchGroups(host).then(
      (found) => alive && setGroups(found),
      () => alive && setGroups([]),
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return groups;
}
