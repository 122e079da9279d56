import { useEffect, useState } from 'react';
import type { Requester } from '../zaf/host.ts';
import { useSidebar } from './SidebarContext.tsx';

/** The ticket's requester; undefined until known. What depends on it is a help, left out where it can't be read. */
export function useRequester(): Requester | undefined {
  const { host } = useSidebar();
  const [requester, setRequester] = useState<Requester>();
  useEffect(() => {
    let alive = true;
    host.requester().then(
      (found) => alive && setRequester(found),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return requester;
}
