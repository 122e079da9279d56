import type { Policy } from '../../../domain/policy.ts';
import { type Language, reasonText } from '../../../domain/reason-text.ts';
import { explain } from '../../../domain/reasons.ts';
import { acknowledged, received, updated } from '../easter.ts';
import { ask4, calendarOf, deadlineFor, deadlinesFor, england, event, policyOf } from '../support.ts';

/** What has happened to the complaint of Easter, in a row. */
export const events = [received, acknowledged, updated];

/** The reasons of a deadline after so many of the events. */
export const reasonsFor = (duty: string, count: number) =>
  explain(deadlineFor(duty, deadlinesFor(events.slice(0, count))), england, ask4.counting);

/** The same in words. */
export const textsFor = (duty: string, count: number, language: Language) =>
  reasonsFor(duty, count).map((reason) => reasonText(reason, language, ask4.timeZone));

/** The reasons in words, under a policy with one duty after the receipt. */
export function texts(within: string, from: string, counting: object, language: Language = 'en'): string[] {
  const policy: Policy = policyOf([{ id: 'one', after: 'received', within, doneBy: ['responded'] }], {
    counting,
  });
  const one = deadlineFor('one', deadlinesFor([event('received', from)], policy));
  return explain(one, calendarOf(policy), policy.counting).map((reason) =>
    reasonText(reason, language, policy.timeZone),
  );
}
