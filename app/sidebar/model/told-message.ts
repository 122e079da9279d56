import type { MessageKind } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { EVENT_TAGS, MACRO_KEYS, MACRO_MESSAGES } from '../../../domain/terms.ts';
import type { Account } from '../../zaf/account.ts';
import type { Audit } from '../../zaf/audits.ts';

/** By what else than a tag a reply counts in this account. */
export interface MessageMarks {
  /** The id of the drop-down "This reply is ..." as audits name it. */
  readonly replyField: string | undefined;
  /** Which message the text of a macro is. */
  readonly macros: ReadonlyMap<number, MessageKind>;
}

/** @throws RestError, ZodError */
export async function readMarks(account: Account): Promise<MessageMarks> {
  const [fields, ids] = await Promise.all([account.fields(), account.macros()]);
  const macros = MACRO_KEYS.flatMap((key) => {
    const [id, message] = [ids.get(key), MACRO_MESSAGES[key]];
    return id !== undefined && message ? [[id, message] as const] : [];
  });
  return { replyField: fields.reply_is && String(fields.reply_is.id), macros: new Map(macros) };
}

/** A message to the customer: when, and who wrote it. */
export interface ToldMessage {
  readonly at: Instant;
  readonly authorId: number;
}

export interface Telling {
  readonly audits: readonly Audit[];
  readonly requesterId: number | undefined;
  readonly marks: MessageMarks;
}

function byReply({ id, at, comment, added, values, macros }: Audit, kind: MessageKind, told: Telling) {
  if (!comment?.public || comment.authorId === told.requesterId) return undefined;
  const { replyField, macros: known } = told.marks;
  const named =
    added.includes(EVENT_TAGS[kind]) ||
    (replyField !== undefined && values.get(replyField) === EVENT_TAGS[kind]) ||
    macros.some((macro) => known.get(macro) === kind);
  return named ? { id, at, authorId: comment.authorId } : undefined;
}

/** A person says so: of an earlier reply, whoever wrote that, or of a letter. */
function byHand({ id, at, authorId, complaint }: Audit, kind: MessageKind, { audits }: Telling) {
  if (complaint.event !== kind) return undefined;
  const reply = audits.find((one) => String(one.id) === String(complaint.of_audit));
  if (reply) return { id, at: reply.at, authorId: reply.comment?.authorId ?? reply.authorId };
  const posted = Date.parse(String(complaint.posted_at));
  return { id, at: Number.isNaN(posted) ? at : posted, authorId };
}

/**
 * The first message of a kind that the audits tell of, read as the service reads them; one that was taken back since is
 * none.
 */
export function toldMessage(kind: MessageKind, told: Telling): ToldMessage | undefined {
  const takenBack = told.audits.filter(
    ({ complaint }) => complaint.event === 'corrected' && complaint.void === true,
  );
  const gone = new Set(takenBack.map(({ complaint }) => String(complaint.audit)));
  const all = told.audits.flatMap((audit) => byHand(audit, kind, told) ?? byReply(audit, kind, told) ?? []);
  return all.find(({ id }) => !gone.has(String(id)));
}
