import type { EventKind } from '../../domain/events.ts';
import type { NotedTopic } from '../../domain/noted.ts';
import type { Language } from '../../domain/reason-text.ts';
import type { Remark } from './contents.ts';
import type { MissingWhy } from './manifest.ts';
import { GERMAN } from './words-de.ts';
import { ENGLISH } from './words-en.ts';

/** What the file says in one language. Names of duties and events are the domain's, everything else is here. */
export interface FileWords {
  readonly title: (ticket: number) => string;
  readonly built: (when: string, zone: string) => string;
  readonly policy: string;
  readonly policyInForce: (id: string, version: string, from: string) => string;
  readonly policySource: (source: string) => string;
  readonly policyFile: string;
  readonly noPolicyFile: string;
  readonly schedule: (id: number) => string;
  readonly facts: string;
  readonly company: string;
  readonly customer: string;
  /** Which side wrote, in brackets behind a name. */
  readonly theCustomer: string;
  readonly channel: string;
  readonly stage: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<'upheld' | 'partly_upheld' | 'not_upheld', string>>;
  /** What the ombudsman noted where both sides agreed. */
  readonly settled: string;
  readonly tickets: string;
  readonly ticket: (id: number, subject: string) => string;
  readonly deadlines: string;
  readonly noDeadlines: string;
  readonly columns: readonly [duty: string, due: string, kept: string, why: string];
  readonly duty: Readonly<Partial<Record<EventKind, string>>>;
  readonly doneAt: (when: string) => string;
  readonly lateBy: (reason: string) => string;
  readonly noReasonGiven: string;
  readonly timeline: string;
  readonly messageOf: (name: string, side: string) => string;
  readonly staff: string;
  readonly nobody: string;
  readonly onTicket: (ticket: number, audit: number) => string;
  readonly recordedAt: (when: string) => string;
  readonly event: Readonly<Record<Exclude<EventKind, 'noted'>, string>>;
  readonly topic: Readonly<Record<NotedTopic, string>>;
  readonly doesNotCount: (what: string) => string;
  readonly internalNote: string;
  readonly leftOut: (name: string) => string;
  readonly attachments: string;
  readonly missing: Readonly<Record<MissingWhy, string>>;
  readonly attachmentsWarning: string;
  readonly adrLetter: string;
  readonly noAdrLetter: string;
  readonly adrByTicket: (when: string, audit: number, ticket: number) => string;
  readonly adrByPost: (when: string, recorded: string, audit: number) => string;
  readonly remarks: string;
  readonly remark: Readonly<Record<Remark, string>>;
  readonly manifestNote: string;
  readonly printNote: string;
}

export const FILE_WORDS: Readonly<Record<Language, FileWords>> = { en: ENGLISH, de: GERMAN };
