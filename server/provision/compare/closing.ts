import type { Automation } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { KEEP_OPEN, OPEN_TAGS } from '../definition/closing.ts';
import type { PlannedObject } from '../plan-types.ts';
import type { Compared } from './entry.ts';
import { sparesComplaints } from './spares.ts';

const closes = ({ active, actions }: Automation): boolean =>
  active && actions.some(({ field, value }) => field === 'status' && value === 'closed');

const propose = ({ id, title }: Automation): PlannedObject => ({
  ...{ kind: 'automation', key: 'closing', title, id, status: 'foreign', differences: [] },
  notes: [
    'closes tickets, also those of complaints that are still open; what falls due later then goes on in a follow-up ticket. It is yours and never changed by us',
    `to keep open complaints open for up to 28 days, when Zendesk closes by itself: Admin Center > Objects and rules > Business rules > Automations, open it and add under "Meet ALL": Ticket > Tags · Contains none of the following · ${OPEN_TAGS.join(' ')}`,
    `the same for the API: ${JSON.stringify(KEEP_OPEN)}`,
  ],
});

/** Automations of the account that close tickets: an exception for open complaints is proposed, and nothing changed. */
export function compareClosing(account: AccountSnapshot): Compared[] {
  return account.automations
    .filter((automation) => closes(automation) && !sparesComplaints(automation.conditions))
    .map((automation) => ({ objects: [propose(automation)] }));
}
