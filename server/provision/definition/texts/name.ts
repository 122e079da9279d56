import type { FormTextKey, RetiredMacroKey, TextKey } from '../keys.ts';
import type { TitleTextKey } from '../title-texts.ts';

/** The name of the dynamic content: its mark, and what Zendesk derives its placeholder from. */
export const textName = (key: TextKey | FormTextKey | TitleTextKey | RetiredMacroKey): string =>
  `complaint_clock_${key}`;
