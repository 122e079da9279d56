import type { RefusedWhy } from '../../../domain/case.ts';
import type { Decision, EventKind, Outcome } from '../../../domain/events.ts';
import type { NotExtendedWhy } from '../../../domain/extensions.ts';
import type { NotedTopic } from '../../../domain/noted-topics.ts';
import type { TextKey } from '../../ui/language.ts';

/** By the service's names, which may be newer than this app: what is missing here is told in general words. */
type Words<Name extends string = never> = Readonly<Record<Name, TextKey>> & {
  readonly [name: string]: TextKey | undefined;
};

export const EVENT_WORDS: Words<Exclude<EventKind, 'noted'>> = {
  received: 'history.received',
  acknowledged: 'history.acknowledged',
  updated: 'history.updated',
  responded: 'history.responded',
  adr_letter_sent: 'history.adrLetterSent',
  appealed: 'history.appealed',
  appeal_acknowledged: 'history.appealAcknowledged',
  appeal_responded: 'history.appealResponded',
  deadlock: 'history.deadlock',
  referred: 'history.referred',
  decided: 'history.decided',
  extended: 'history.extended',
  withdrawn: 'history.withdrawn',
  not_a_complaint: 'history.notComplaint',
  exception: 'history.exception',
  closed: 'history.closed',
  reopened: 'history.reopened',
};

export const TOPIC_WORDS: Words<NotedTopic> = {
  delay: 'history.delay',
  guard_passed: 'history.guardPassed',
  question: 'history.question',
  review_asked: 'history.reviewAsked',
  reviewed: 'history.reviewed',
  representative: 'history.representative',
  ombudsman_date: 'history.ombudsmanDate',
  case_file_sent: 'history.caseFileSent',
  redress: 'history.redress',
  lesson: 'history.lesson',
  language: 'history.language',
  linked: 'history.linked',
  flags: 'history.flags',
};

export const OUTCOME_WORDS: Words<Outcome> = {
  upheld: 'response.upheldLong',
  partly_upheld: 'response.partlyLong',
  not_upheld: 'response.notUpheldLong',
};

export const DECISION_WORDS: Words<Decision> = {
  upheld: 'response.upheldLong',
  partly_upheld: 'response.partlyLong',
  not_upheld: 'response.notUpheldLong',
  settled: 'history.settled',
};

export const CHANNEL_WORDS: Words = {
  form: 'form.byForm',
  letter: 'form.byLetter',
  email: 'form.byEmail',
  phone: 'details.byPhone',
  other: 'details.byOther',
};

export const REFUSED_WORDS: Words<RefusedWhy | NotExtendedWhy> = {
  already_received: 'history.whyAlready',
  in_future: 'history.whyFuture',
  before_receipt: 'history.whyBefore',
  case_ended: 'history.whyEnded',
  not_closed: 'history.whyNotClosed',
  not_responded: 'history.whyNoResponse',
  not_appealed: 'history.whyNoAppeal',
  not_referred: 'history.whyNotReferred',
  unknown_audit: 'history.whyUnknown',
  nobody_told: 'history.whyNobodyTold',
  no_reason: 'history.whyNoReason',
  unknown_duty: 'history.whyNoDuty',
  hard_cap: 'history.whyCap',
  not_foreseen: 'history.whyNotForeseen',
  no_length: 'history.whyNoLength',
  too_late: 'history.whyTooLate',
  too_often: 'history.whyTooOften',
  too_long: 'history.whyTooLong',
  past_cap: 'history.whyPastCap',
};
