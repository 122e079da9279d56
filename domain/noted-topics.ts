/** What a fact on a case's file is about. Words of people stand in the internal comment beside it, never here. */
export const NOTED_TOPICS = [
  /** Why a duty is late: `regime`, `duty`, `code`. */
  'delay',
  /** A guard of the sidebar was passed by on purpose: `code`. */
  'guard_passed',
  /** A message after the response is only a question: `ofAudit`. */
  'question',
  /** A lead was asked to check a reply; a lead has checked it. */
  'review_asked',
  'reviewed',
  /** Somebody speaks for the customer, whose consent was shown at the event's time. */
  'representative',
  /** The ombudsman has set a date, until the end of which something is owed there: `dueDate`, `reference`. */
  'ombudsman_date',
  /** What was owed to the ombudsman has been sent. */
  'case_file_sent',
  /** What the customer gets: `code`, `amount`, `currency`. */
  'redress',
  /** What the company has learnt from the complaint; `code` where it is one of a list. */
  'lesson',
  /** The language that the customer is written to in. */
  'language',
  /** Another ticket belongs to the complaint: `ticket`. */
  'linked',
  /** What sets the complaint apart from now on, in place of all that was said before: `flags`. */
  'flags',
] as const;
export type NotedTopic = (typeof NOTED_TOPICS)[number];
