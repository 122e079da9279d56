import { createContext, type ReactNode, useContext } from 'react';
import type { AccountFields } from '../zaf/account.ts';
import type { Host } from '../zaf/host.ts';
import type { Drafts } from './draft/drafts.ts';

/** What the views act on. */
export interface SidebarValue {
  readonly host: Host;
  readonly ticketId: number;
  readonly fields: AccountFields;
  readonly drafts: Drafts;
  /** Whether something else was shown before: what is shown now is news. */
  readonly arrived: boolean;
  /** Reads the ticket again. */
  readonly reload: () => Promise<void>;
}

const SidebarContext = createContext<SidebarValue | undefined>(undefined);

export function SidebarProvider({ value, children }: { value: SidebarValue; children: ReactNode }) {
  return <SidebarContext.Provider value={value}>{children}</SidebarContext.Provider>;
}

/** @throws Error outside a {@link SidebarProvider} */
export function useSidebar(): SidebarValue {
  const value = useContext(SidebarContext);
  if (!value) throw new Error('wrap this component in a SidebarProvider');
  return value;
}
