import type { Case, RefusedEvent, RefusedWhy } from '../../domain/case.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { NotExtendedWhy, RefusedExtension } from '../../domain/extensions.ts';
import { type Instant, localDateAt, localTimeAt } from '../../domain/local-date.ts';
import { UsageError } from '../command/usage-error.ts';

type Say<Why extends string> = Readonly<Record<Why, string>>;

const EVENTS: Say<RefusedWhy> = {
  already_received: 'the complaint was received already: a new complaint is a new case, so say received once',
  in_future: 'it lies in the future: check the time',
  before_receipt: 'it lies before the receipt: check both times',
  case_ended:
    'the case had ended before (withdrawn, or not a complaint): take it out, or add reopened=... before it',
  not_closed: 'the case was not closed before it: add closed=... before it, or take it out',
  not_responded: 'no formal response went out before it: add responded=... before it',
  not_appealed: 'no appeal came in before it: add appealed=... before it',
  not_referred: 'the case was not taken to the ombudsman before it: add referred=... before it',
  unknown_audit: 'it names an update that is not there: take it out',
  nobody_told: 'nobody was told: take it out',
  no_reason: 'it gives no reason: add ",reason=..."',
};

const EXTENSIONS: Say<NotExtendedWhy> = {
  unknown_duty: 'the case has no such deadline: check its name',
  hard_cap: 'it is a hard cap, which nothing extends: take it out',
  not_foreseen: 'the policy foresees no extension of it: take it out',
  no_reason: 'an extension needs a reason: add ",reason=..."',
  no_length: 'say by how much: add ",within=2 working days"',
  too_late: 'the customer must be told before the deadline has passed: check the time, or take it out',
  too_often: 'the policy does not allow a further extension: take one out',
  too_long: 'the policy does not allow so much: shorten "within"',
  past_cap: 'it would pass a hard cap: shorten "within"',
};

const when = (at: Instant, zone: string): string => `${localDateAt(at, zone)} ${localTimeAt(at, zone)}`;

function eventText({ event, why }: RefusedEvent, zone: string): string {
  return `${event.kind} at ${when(event.at, zone)} can't be: ${EVENTS[why]}`;
}

function extensionText({ event, why }: RefusedExtension, zone: string): string {
  return `the extension of "${event.duty}" at ${when(event.at, zone)} can't be: ${EXTENSIONS[why]}`;
}

/** @throws UsageError naming every event that can't be at its point */
export function checkEvents({ refused }: Case, zone: string): void {
  if (refused.length > 0) throw new UsageError(refused.map((one) => eventText(one, zone)).join('\n'));
}

/** An extension may mean duties of several regimes; it is refused where it moves none. @throws UsageError */
export function checkExtensions(
  kase: Case,
  refused: readonly RefusedExtension[],
  deadlines: readonly Deadline[],
  zone: string,
): void {
  const counts = ({ at, duty }: RefusedExtension['event']): boolean =>
    deadlines.some((one) => one.duty === duty && one.extensions?.some((extension) => extension.at === at));
  const reported = new Set(refused.map(({ event }) => event));
  const idle = kase.events.filter(
    (event) => event.kind === 'extended' && !reported.has(event) && !counts(event),
  );
  const lines = [
    ...refused.filter(({ event }) => !counts(event)).map((one) => extensionText(one, zone)),
    ...idle.map(
      ({ at, duty }) =>
        `the extension of "${duty}" at ${when(at, zone)} can't be: that duty does not run on this case: take it out`,
    ),
  ];
  if (lines.length > 0) throw new UsageError([...new Set(lines)].join('\n'));
}
