import type { Audit } from '../api/shapes.ts';
import type { Collision, TicketState } from './state.ts';

/** The draft's names of what audits call `field_name`; custom fields go by their id in both. */
const draftNames: Readonly<Record<string, string>> = {
  subject: 'subject',
  status: 'status',
  priority: 'priority',
  type: 'type',
  assignee_id: 'assigneeId',
  group_id: 'groupId',
  requester_id: 'requesterId',
  ticket_form_id: 'formId',
  custom_status_id: 'customStatusId',
  due_at: 'dueAt',
};

/**
 * What others did since the agent's view of the ticket that touches the draft: the same property changed to another
 * value, or a public comment while one is being written. Tags never collide, because added and removed ones merge.
 * @param seen the number of audits that the agent had seen
 * @param me whose own updates don't count
 */
export function collisionOf(state: TicketState, seen: number, me: number): Collision | undefined {
  const theirs = state.audits.slice(seen).filter((audit) => audit.author_id !== me);
  const changes = theirs.flatMap((audit) => changesUnder(state, audit));
  const newComments = state.composer.html === '' ? 0 : theirs.flatMap(publicComments).length;
  if (changes.length + newComments === 0) return undefined;
  const authors = theirs.filter(
    (audit) => changesUnder(state, audit).length + publicComments(audit).length > 0,
  );
  return { authorIds: [...new Set(authors.map((it) => it.author_id))], changes, newComments };
}

function changesUnder({ draft }: TicketState, audit: Audit): Collision['changes'] {
  const touched = new Set([...Object.keys(draft.core), ...[...draft.fields.keys()].map(String)]);
  return audit.events.flatMap((event) => {
    const field = String(event.field_name ?? '');
    const name = draftNames[field] ?? field;
    if (event.type !== 'Change' || !touched.has(name)) return [];
    return [{ name, theirs: event.value, before: event.previous_value }];
  });
}

const publicComments = (audit: Audit) =>
  audit.events.filter((event) => event.type === 'Comment' && event.public === true);
