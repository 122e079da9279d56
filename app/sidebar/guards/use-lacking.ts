import { useCallback } from 'react';
import { useSidebar } from '../SidebarContext.tsx';
import { useFetched } from '../use-fetched.ts';
import type { Lacking } from './access.ts';

/** What the agent may not do that a complaint needs; undefined until it is known, and where nothing is missing. */
export function useLacking(): Lacking | undefined {
  const { drafts } = useSidebar();
  return useFetched(useCallback(() => drafts.lacking(), [drafts])).value;
}
