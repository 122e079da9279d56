import type { TextKey } from '../keys.ts';

/** The name of the dynamic content: its mark, and what Zendesk derives its placeholder from. */
export const textName = (key: TextKey): string => `complaint_clock_${key}`;
