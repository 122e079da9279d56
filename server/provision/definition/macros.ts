import { EVENT_TAGS, MACRO_MESSAGES } from '../../../domain/terms.ts';
import type { MacroKey } from './keys.ts';
import type { Localized } from './language.ts';

export interface MacroDefinition {
  readonly key: MacroKey;
  readonly title: Localized;
  readonly description: string;
}

/** All of them are public replies, with the dynamic content of the same key as text. */
export const MACROS: readonly MacroDefinition[] = [
  {
    key: 'acknowledgement',
    title: { en: 'Complaint: acknowledgement', de: 'Beschwerde: Eingangsbestätigung' },
    description:
      'Tells the customer that the complaint has come in, and what happens next. Sent by Complaint Clock.',
  },
  {
    key: 'how_to_complain',
    title: { en: 'Complaint: how to complain', de: 'Beschwerde: Anleitung' },
    description: 'Tells a customer who phoned how to make a formal complaint.',
  },
  {
    key: 'status_update',
    title: { en: 'Complaint: status update', de: 'Beschwerde: Zwischenstand' },
    description: 'The update on a complaint. Fill in the places marked […].',
  },
  {
    key: 'response',
    title: { en: 'Complaint: formal response', de: 'Beschwerde: abschließende Antwort' },
    description: 'The formal response to a complaint. Fill in the places marked […].',
  },
];

/** The tag that says, in the same update as the reply, what the reply is. Without one, a reply moves no case. */
export function eventTagOf(key: MacroKey): string | undefined {
  const message = MACRO_MESSAGES[key];
  return message && EVENT_TAGS[message];
}
