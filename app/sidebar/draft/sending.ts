import { MESSAGE_KINDS, type MessageKind } from '../../../domain/events.ts';
import { EVENT_TAGS } from '../../../domain/terms.ts';
import type { AccountFields } from '../../zaf/account.ts';
import type { Host } from '../../zaf/host.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import { lacksTags } from '../guards/access.ts';
import { type DraftState, isMessage, type MessageDraftKind, messageMeant, willCount } from './draft.ts';
import type { Drafts } from './drafts.ts';

/** What a submit tells the customer. */
export interface Sending {
  readonly sent: readonly MessageDraftKind[];
  /** What of it the service will count: by its tag, the drop-down "This reply is ..." or its macro. */
  readonly counted: readonly MessageDraftKind[];
}

export const NOTHING_SENT: Sending = { sent: [], counted: [] };

export interface SendingOptions {
  readonly host: Host;
  readonly drafts: Drafts;
  readonly fields: AccountFields;
  /** As it was saved last. */
  readonly ticket: Ticket;
  readonly appealed: boolean;
}

const kindsOf = (marks: readonly string[]): MessageKind[] =>
  MESSAGE_KINDS.filter((kind) => marks.includes(EVENT_TAGS[kind]));

/** What stands in the form, set by hand or by the sidebar, and is not saved yet. */
async function unsavedMarks({ host, drafts, fields, ticket }: SendingOptions): Promise<string[]> {
  const { reply_is: field } = fields;
  const [tags, lacking, chosen] = await Promise.all([
    host.draft.tags(),
    drafts.lacking(),
    // Zendesk's page refuses fields that the form doesn't show.
    field ? host.draft.field(field.id).catch(() => '') : '',
  ]);
  const added = lacksTags(lacking) ? [] : tags.filter((tag) => !ticket.tags.includes(tag));
  return chosen !== '' && chosen !== ticket.fields.get(field?.id ?? 0) ? [...added, chosen] : added;
}

function ofDraft({ draft }: DraftState): { sent: MessageDraftKind[]; counted: MessageDraftKind[] } {
  if (!draft || !isMessage(draft.kind)) return { sent: [], counted: [] };
  const counted = willCount(draft) ? [draft.kind] : [];
  return { sent: draft.presence === 'gone' ? counted : [draft.kind], counted };
}

/** Reads from reply box and form what a submit would be, whoever wrote it and how. A note is nothing. */
export async function readSending(options: SendingOptions): Promise<Sending> {
  const { host, drafts, appealed } = options;
  const { text, internal } = await host.draft.read();
  if (internal || text === '') return NOTHING_SENT;
  const draft = ofDraft(drafts.state());
  const marked = kindsOf(await unsavedMarks(options)).map((kind) => messageMeant(kind, appealed));
  return {
    sent: [...new Set([...draft.sent, ...marked])],
    counted: [...new Set([...draft.counted, ...marked])],
  };
}
