import type { FormTextKey, RetiredMacroKey, TextKey } from '../keys.ts';

/** The name of the dynamic content: its mark, and what Zendesk derives its placeholder from. */
export const textName = (key: TextKey | FormTextKey | RetiredMacroKey): string => `complaint_clock_${key}`;
