/**
 * An event on a day that doesn't count: `count_from_event` takes its date as day 0 (ICO, Alaveteli, MoJ);
 * `roll_forward` takes the next working day as day 0 (Home Office). The first is a day stricter, never late.
 */
export const EVENT_ON_NON_WORKING_DAY = ['count_from_event', 'roll_forward'] as const;
/** A period in days, weeks or months that ends on a day that doesn't count (§193 BGB, Reg. 1182/71 art. 3(4)). */
export const END_ON_NON_WORKING_DAY = ['keep', 'roll_forward'] as const;
/** The end of a due day: `24:00`, or the close of business. */
export const DAY_ENDS = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
