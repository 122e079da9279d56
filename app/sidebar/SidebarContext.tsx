import { createContext, type ReactNode, useContext } from 'react';
import type { ActionId } from '../../domain/actions.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CaseAnswer } from '../service/schemas.ts';
import type { PromisesAnswer, Served, Service } from '../service/service.ts';
import type { Account, AccountFields } from '../zaf/account.ts';
import type { Host, HostEnvironment, Me } from '../zaf/host.ts';
import type { Ticket } from '../zaf/tickets.ts';
import type { Drafts } from './draft/drafts.ts';
import type { Soon } from './load-soon.ts';

/** What the views act on. */
export interface SidebarValue {
  readonly host: Host;
  readonly environment: HostEnvironment;
  readonly account: Account;
  readonly ticketId: number;
  /** As it is saved. */
  readonly ticket: Ticket;
  readonly fields: AccountFields;
  readonly drafts: Drafts;
  readonly service: Service;
  /** Undefined until the service has answered or failed to. */
  readonly promises?: Served<PromisesAnswer>;
  /** Of a ticket with a complaint; undefined until the service has answered or failed to. */
  readonly caseAnswer?: Served<CaseAnswer>;
  /** The case's own policy, else the one that would hold; undefined where the service never told of it. */
  readonly policy?: Policy;
  /** The policy's, months back and ahead; the clock record has its own excerpt. */
  readonly calendar?: Calendar;
  /** Counts what is still to come from now; undefined until it is loaded, and nothing shows it before. */
  readonly project?: Soon['projected'];
  /** The agent; undefined until known. */
  readonly me?: Me;
  /** Whether something else was shown before: what is shown now is news. */
  readonly arrived: boolean;
  /** The action whose form is open. */
  readonly action?: ActionId;
  /** Opens an action's form, in place of the sidebar's body. */
  readonly act: (id: ActionId) => void;
  /** Closes it. */
  readonly close: () => void;
  /**
   * A form has done a part of its work that can't be done twice: it stays open until it is closed, though the case no
   * longer allows its action.
   */
  readonly hold: () => void;
  readonly held: boolean;
  /** Reads the ticket again, and asks the service. */
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
