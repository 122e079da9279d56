import type { Reading } from '../../model/status.ts';
import type { Rules } from '../../model/what-if.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/** By what the case is counted here; undefined while the policy is not known. */
export function useRules({ calendar }: Reading): Rules | undefined {
  const { policy, calendar: whole } = useSidebar();
  return policy && { policy, calendar: whole ?? calendar };
}
