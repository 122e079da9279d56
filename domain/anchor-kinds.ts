import { EVENT_KINDS } from './events.ts';

/** What a period can be counted from: an event, or the moment at which the complaint was first made by any way. */
export const ANCHORS = [...EVENT_KINDS, 'first_made'] as const;
export type AnchorKind = (typeof ANCHORS)[number];
