import type { ComponentType } from 'react';
import type { Deadline } from '../../../domain/deadline.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { TextKey } from '../../ui/language.ts';
import type { Reading } from '../model/status.ts';

/** The case that an action is about, as the sidebar shows it now. */
export interface ActionProps {
  readonly record: ClockRecord;
  readonly reading: Reading;
  /** With projections counted from now. */
  readonly deadlines: readonly Deadline[];
  /** What is owed next. */
  readonly leading?: Deadline | undefined;
  readonly byPost: boolean;
  /** Back to the case: done, or cancelled. */
  readonly onClose: () => void;
}

/** How an action is offered. Without a form it is none of the menu's: a view offers it by a button of its own. */
export interface ActionEntry {
  readonly label: TextKey;
  /** In the menu: what it will do, in a few words. */
  readonly hint: TextKey;
  /** Offered behind the three dots, where the case allows it. */
  readonly menu: boolean;
  /** Leads out of the sidebar, to this route of the app's page in the navigation bar. Needs the service. */
  readonly page?: (ticketId: number) => string;
  /** Takes the place of the sidebar's body while it is open; brings its own heading and way back. */
  readonly Form?: ComponentType<ActionProps>;
}
