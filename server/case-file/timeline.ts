import type { CaseEvent } from '../../domain/events.ts';
import type { NotedTopic } from '../../domain/noted.ts';
import { dateText, type Language } from '../../domain/reason-text.ts';
import type { Labels, OptionField } from '../labels.ts';
import { offsetIn } from '../offset-text.ts';
import { refusalText } from '../reconcile/refusal-words.ts';
import type { CaseContents, FileComment } from './contents.ts';
import { escaped } from './html.ts';
import { authorText } from './message-text.ts';
import type { When } from './when.ts';
import type { FileWords } from './words.ts';

export interface TimelineParts {
  readonly contents: CaseContents;
  readonly language: Language;
  /** What options are called. */
  readonly labels: Labels;
  readonly words: FileWords;
  readonly when: When;
  /** Whether internal notes are shown. */
  readonly notes: boolean;
  /** Where the attachments of a comment lie, as HTML. */
  readonly attachmentsOf: (comment: FileComment) => string;
}

interface Item {
  readonly at: number;
  readonly auditId: number;
  readonly html: string;
}

/** The drop-down from whose options a noted code is. */
const CODES: Readonly<Partial<Record<NotedTopic, OptionField>>> = {
  delay: 'delay_reason',
  redress: 'redress',
};

function codeText({ topic, code }: CaseEvent, { labels, language }: TimelineParts): string[] {
  if (code === undefined) return [];
  const field = topic && CODES[topic];
  return [field ? labels.of(field, code, language) : code.replaceAll('_', ' ')];
}

/** A duty by what fulfils it, with its name in the policy. */
function dutyText({ regime, duty }: CaseEvent, { contents, words }: TimelineParts): string[] {
  if (duty === undefined) return [];
  const regimes = contents.policy.regimes.filter(({ id }) => regime === undefined || id === regime);
  const doneBy = regimes.flatMap(({ duties }) => duties.find(({ id }) => id === duty)?.doneBy ?? []);
  const name = doneBy.map((kind) => words.duty[kind]).find((word) => word !== undefined);
  const inPolicy = regime ? `${regime}.${duty}` : duty;
  return [name ? `${name} (${inPolicy})` : inPolicy];
}

/** What an event says besides its kind, as it was recorded. */
function detailsOf(event: CaseEvent, parts: TimelineParts): string[] {
  const { outcome, decision, reason, within, reference, dueDate, ticket, amount, currency } = event;
  const { language, words } = parts;
  const { outcomes } = words;
  return [
    ...(outcome ? [outcomes[outcome]] : []),
    ...(decision ? [decision === 'settled' ? words.settled : outcomes[decision]] : []),
    ...dutyText(event, parts),
    ...(within ? [`+ ${offsetIn(language, within)}`] : []),
    ...codeText(event, parts),
    ...(amount ? [`${amount} ${currency ?? ''}`.trim()] : []),
    ...(dueDate ? [dateText(dueDate, language)] : []),
    ...(reference ? [reference] : []),
    ...(ticket === undefined ? [] : [String(ticket)]),
    ...(reason ? [reason] : []),
  ];
}

const titleOf = (event: CaseEvent, words: FileWords): string =>
  event.kind === 'noted'
    ? event.topic
      ? words.topic[event.topic]
      : words.internalNote
    : words.event[event.kind];

function eventItem(event: CaseEvent, parts: TimelineParts): Item {
  const { words, when } = parts;
  const { at, recordedAt, auditId } = event;
  const details = detailsOf(event, parts);
  const text = `${titleOf(event, words)}${details.length > 0 ? `: ${details.join(', ')}` : ''}`;
  const recorded = recordedAt === at ? '' : `, ${words.recordedAt(when(recordedAt))}`;
  const html = `<li class="event"><strong>${escaped(text)}</strong>
<div class="where">${escaped(`${when(at)}${recorded}, audit ${auditId}`)}</div></li>`;
  return { at, auditId, html };
}

function refusedItem({ event, why }: CaseContents['kase']['refused'][number], parts: TimelineParts): Item {
  const { words, when, language } = parts;
  const { recordedAt: at, auditId, kind } = event;
  const text = words.doesNotCount(refusalText({ kind, why }, language));
  const html = `<li class="event">${escaped(text)}<div class="where">${escaped(`${when(at)}, audit ${auditId}`)}</div></li>`;
  return { at, auditId, html };
}

function commentItem(comment: FileComment, parts: TimelineParts): Item {
  const { words, when, notes, attachmentsOf } = parts;
  const { at, auditId, ticketId, body, author } = comment;
  const where = `<div class="where">${escaped(`${when(at)}, ${words.onTicket(ticketId, auditId)}`)}</div>`;
  if (!comment.public && !notes) {
    const text = words.leftOut(author.name || words.nobody);
    return { at, auditId, html: `<li class="left-out">${escaped(text)}${where}</li>` };
  }
  const note = comment.public ? '' : `${escaped(words.internalNote)}: `;
  const html = `<li class="${author.isStaff ? 'company' : 'customer'}">${note}${escaped(authorText(comment, words))}
${where}<pre>${escaped(body)}</pre>${attachmentsOf(comment)}</li>`;
  return { at, auditId, html };
}

/** All that happened and all that was written, the oldest first, as HTML. */
export function timelineHtml(parts: TimelineParts): string {
  const { comments, kase } = parts.contents;
  const items = [
    ...comments.map((comment) => commentItem(comment, parts)),
    ...kase.events.map((event) => eventItem(event, parts)),
    ...kase.refused.map((one) => refusedItem(one, parts)),
  ].sort((a, b) => a.at - b.at || a.auditId - b.auditId);
  return `<ol class="timeline">\n${items.map(({ html }) => html).join('\n')}\n</ol>`;
}
