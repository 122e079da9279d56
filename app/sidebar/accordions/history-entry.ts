import { type Instant, isLocalDate, MINUTE } from '../../../domain/local-date.ts';
import { readOffset } from '../../../domain/offset.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { CaseEventAnswer } from '../../service/schemas.ts';
import { offsetText } from '../../ui/offset-text.ts';
import type { Audit } from '../../zaf/audits.ts';
import { dutyName } from '../model/duty-names.ts';
import type { Reading } from '../model/status.ts';
import {
  CHANNEL_WORDS,
  DECISION_WORDS,
  EVENT_WORDS,
  OUTCOME_WORDS,
  REFUSED_WORDS,
  TOPIC_WORDS,
} from './history-words.ts';

/** One line of the history. */
export interface HistoryEntry {
  readonly key: string;
  /** When it happened. */
  readonly at: Instant;
  readonly title: string;
  /** Nobody is named where nobody is known. */
  readonly authorId?: number;
  /** What more there is to say, one short line each. */
  readonly details: readonly string[];
  /** In the words of whoever entered it. */
  readonly words?: string;
  /** Corrected since, or never counted: kept, and set apart. */
  readonly struck: boolean;
}

export interface HistorySources {
  readonly events: readonly CaseEventAnswer[];
  /** Empty where they can't be read: then words and recounted dates are missing, and nothing else. */
  readonly audits: readonly Audit[];
  readonly record: ClockRecord;
  readonly reading: Reading;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function titleOf({ kind, payload }: CaseEventAnswer, { language: { say } }: Reading): string {
  const known = kind === 'noted' ? TOPIC_WORDS[text(payload.topic)] : EVENT_WORDS[kind];
  return say(known ?? 'history.other');
}

function extensionLine(event: CaseEventAnswer, { record, reading }: HistorySources): string[] {
  const { say } = reading.language;
  const within = readOffset(text(event.payload.within));
  const duty = text(event.payload.duty);
  const deadline = record.deadlines.find((one) => one.duty === duty);
  const old = deadline?.extensions?.find(({ at }) => Math.abs(at - event.at) < MINUTE);
  if (!within || duty === '') return [];
  const values = { duty: dutyName(duty, 'open', reading), length: offsetText(within, say) };
  return [
    old
      ? say('history.extendedFrom', { ...values, day: reading.when.day(old.dueDate) })
      : say('history.extendedBy', values),
  ];
}

/** What the payload tells of the event, by what stands in it. */
function factLines(event: CaseEventAnswer, sources: HistorySources): string[] {
  const { say } = sources.reading.language;
  const { when } = sources.reading;
  const { payload } = event;
  const known = [
    OUTCOME_WORDS[text(payload.outcome)],
    DECISION_WORDS[text(payload.decision)],
    CHANNEL_WORDS[text(payload.channel)],
  ];
  const due = text(payload.due_date);
  return [
    ...known.flatMap((key) => (key ? [say(key)] : [])),
    ...(event.kind === 'extended' ? extensionLine(event, sources) : []),
    ...(isLocalDate(due) ? [say('history.dueDate', { day: when.day(due) })] : []),
    ...(payload.reference ? [say('history.reference', { reference: text(payload.reference) })] : []),
    ...(payload.ticket === undefined ? [] : [`#${String(payload.ticket)}`]),
    ...(payload.amount ? [`${text(payload.amount)} ${text(payload.currency)}`.trim()] : []),
  ];
}

/** Why it does not stand as it was said first. */
function standingLines(
  { payload, at, recordedAt }: CaseEventAnswer,
  { when, language: { say } }: Reading,
): string[] {
  const why = REFUSED_WORDS[text(payload.refused)];
  return [
    ...(payload.refused === undefined
      ? []
      : [say('history.refused', { why: why ? say(why) : text(payload.refused) })]),
    ...(payload.corrected_by === undefined
      ? []
      : [say(payload.void ? 'history.voided' : 'history.corrected')]),
    ...(payload.corrected_at === undefined ? [] : [say('history.afterCorrection')]),
    ...(Math.abs(at - recordedAt) > MINUTE
      ? [say('history.entered', { time: when.moment(recordedAt) })]
      : []),
  ];
}

/** The internal note of an update: why somebody did what they did. A message to the customer is no reason. */
function wordsOf(audit: Audit | undefined): string | undefined {
  const comment = audit?.comment;
  return comment && !comment.public ? comment.text : undefined;
}

function eventEntry(event: CaseEventAnswer, index: number, sources: HistorySources): HistoryEntry {
  const { payload, auditId, authorId } = event;
  const audit = (id: unknown): Audit | undefined => sources.audits.find((one) => one.id === id);
  const words = wordsOf(audit(payload.corrected_by)) ?? wordsOf(audit(auditId));
  return {
    key: `${auditId}.${event.kind}.${index}`,
    at: event.at,
    title: titleOf(event, sources.reading),
    ...(authorId === null || authorId <= 0 ? {} : { authorId }),
    details: [...factLines(event, sources), ...standingLines(event, sources.reading)],
    ...(words ? { words } : {}),
    struck: payload.refused !== undefined || payload.corrected_by !== undefined,
  };
}

function namesMove({ complaint: { notes } }: Audit): boolean {
  return Array.isArray(notes) && notes.some((key) => typeof key === 'string' && key.startsWith('moved:'));
}

/** Dates that a late holiday or a changed policy has moved: the service says so in an internal note. */
function movedEntries({ audits, reading }: HistorySources): HistoryEntry[] {
  return audits.filter(namesMove).map((audit) => ({
    key: `${audit.id}.moved`,
    at: audit.at,
    title: reading.language.say('history.moved'),
    authorId: audit.authorId,
    details: [],
    ...(audit.comment ? { words: audit.comment.text } : {}),
    struck: false,
  }));
}

/** The history of a case in plain words, the latest first. */
export function historyOf(sources: HistorySources): HistoryEntry[] {
  const entries = sources.events.map((event, index) => eventEntry(event, index, sources));
  // Of what happened in one second, the last is first too.
  return [...entries, ...movedEntries(sources)].reverse().sort((a, b) => b.at - a.at);
}
