import type { Instant } from './local-date.ts';

/**
 * Tags that tell when a complaint arrived, or was first made, where it is recorded with a new ticket: what is saved from
 * Zendesk's page carries no metadata of ours. `complaint_received_at_20260408t0730z` is 07:30 UTC on 8 April 2026.
 */
const PREFIX = { received: 'complaint_received_at_', firstMade: 'complaint_first_made_at_' } as const;
export type ToldTime = keyof typeof PREFIX;

const STAMP = /^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})z$/;

/** The tag that tells a time, to the minute. */
export function timeTag(what: ToldTime, at: Instant): string {
  const stamp = new Date(at).toISOString().slice(0, 16).replace(/[-:]/g, '').toLowerCase();
  return `${PREFIX[what]}${stamp}z`;
}

function instantOfStamp(stamp: string): Instant | undefined {
  const match = STAMP.exec(stamp);
  if (!match) return undefined;
  const [, year, month, day, hour, minute] = match;
  const text = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`;
  const at = Date.parse(text);
  // 31 April is read as 1 May by some clocks.
  return Number.isNaN(at) || new Date(at).toISOString() !== text ? undefined : at;
}

/** The time that a tag among these tells; undefined where none does, or none that is a time. */
export function timeOfTags(what: ToldTime, tags: Iterable<string>): Instant | undefined {
  for (const tag of tags) {
    const at = tag.startsWith(PREFIX[what]) ? instantOfStamp(tag.slice(PREFIX[what].length)) : undefined;
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Whether a tag is one of those, readable or not. */
export function isTimeTag(tag: string): boolean {
  return Object.values(PREFIX).some((prefix) => tag.startsWith(prefix));
}
