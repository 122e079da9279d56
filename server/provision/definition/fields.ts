import type { Outcome } from '../../../domain/events.ts';
import type { Stage } from '../../../domain/stage.ts';
import { type NextStep, OPTION_PREFIX } from '../../../domain/terms.ts';
import { FIELD_KEYS, type FieldKey } from './keys.ts';
import type { Localized } from './language.ts';

export type FieldType = 'tagger' | 'date' | 'textarea';

/** One choice of a drop-down. Its value is also a tag of the ticket, and no other field may use the same one. */
export interface OptionDefinition {
  readonly value: string;
  readonly name: Localized;
}

export interface FieldDefinition {
  readonly key: FieldKey;
  readonly type: FieldType;
  readonly title: Localized;
  /** Shown to administrators; the mark is appended. */
  readonly description: string;
  readonly options: readonly OptionDefinition[];
}

const say = (en: string, de: string): Localized => ({ en, de });

function options<Name extends string>(
  field: keyof typeof OPTION_PREFIX,
  names: Readonly<Record<Name, Localized>>,
): OptionDefinition[] {
  return Object.entries<Localized>(names).map(([name, title]) => ({
    value: OPTION_PREFIX[field] + name,
    name: title,
  }));
}

const STAGES = options<Stage>('stage', {
  received: say('Received', 'Eingegangen'),
  acknowledged: say('Acknowledged', 'Bestätigt'),
  updated: say('Status update sent', 'Zwischenstand gesendet'),
  responded: say('Responded', 'Beantwortet'),
  refused: say('Channel not accepted', 'Weg nicht angenommen'),
  appealed: say('Appeal', 'Überprüfung beantragt'),
  referred: say('With the ombudsman', 'Bei der Schlichtungsstelle'),
  closed: say('Closed', 'Abgeschlossen'),
  ended: say('Withdrawn or no complaint', 'Zurückgezogen oder keine Beschwerde'),
});

const DROP_DOWNS = {
  stage: {
    title: say('Complaint: stage', 'Beschwerde: Stand'),
    description: 'Where the complaint stands. Kept by Complaint Clock.',
    options: STAGES,
  },
  next_step: {
    title: say('Complaint: next step', 'Beschwerde: nächster Schritt'),
    description: 'What is owed to the customer next. Kept by Complaint Clock.',
    options: options<NextStep>('next_step', {
      acknowledge: say('Acknowledge', 'Eingang bestätigen'),
      update: say('Send status update', 'Zwischenstand senden'),
      respond: say('Send formal response', 'Abschließend antworten'),
      adr_letter: say('Send ADR letter', 'Mitteilung zur Streitbeilegung senden'),
      appeal: say('Answer appeal', 'Überprüfung beantworten'),
      close: say('Close', 'Abschließen'),
      none: say('Nothing', 'Nichts'),
    }),
  },
  channel: {
    title: say('Complaint: came in by', 'Beschwerde: Eingang per'),
    description: 'How the complaint came in. Set when it is recorded.',
    options: options('channel', {
      form: say('Form', 'Formular'),
      email: say('E-mail', 'E-Mail'),
      letter: say('Letter', 'Brief'),
      phone: say('Phone', 'Telefon'),
      other: say('Other', 'Andere'),
    }),
  },
  category: {
    title: say('Complaint: about', 'Beschwerde: Thema'),
    description: 'What the complaint is about; reports count causes by it.',
    options: options('category', {
      billing: say('Billing', 'Abrechnung'),
      outage: say('Outage', 'Ausfall'),
      speed: say('Speed', 'Geschwindigkeit'),
      installation: say('Moving in and activation', 'Einzug und Freischaltung'),
      staff: say('A member of staff', 'Verhalten von Beschäftigten'),
      personal_data: say('Personal data', 'Personenbezogene Daten'),
      contract: say('Contract', 'Vertrag'),
      other: say('Other', 'Anderes'),
    }),
  },
  outcome: {
    title: say('Complaint: outcome', 'Beschwerde: Ergebnis'),
    description: 'What the formal response decided.',
    options: options<Outcome>('outcome', {
      upheld: say('Upheld', 'Begründet'),
      partly_upheld: say('Partly upheld', 'Teilweise begründet'),
      not_upheld: say('Not upheld', 'Unbegründet'),
    }),
  },
} as const;

/** Dates have no time in Zendesk: these are for views and reports, the exact instants are in the record. */
const DATES = {
  received: {
    title: say('Complaint: received', 'Beschwerde: eingegangen am'),
    description: 'When the complaint was received. Kept by Complaint Clock.',
  },
  acknowledgement_due: {
    title: say('Complaint: acknowledgement due', 'Beschwerde: Eingangsbestätigung fällig'),
    description: 'When the acknowledgement is due. Kept by Complaint Clock.',
  },
  update_due: {
    title: say('Complaint: status update due', 'Beschwerde: Zwischenstand fällig'),
    description: 'When the status update is due. Kept by Complaint Clock.',
  },
  response_due: {
    title: say('Complaint: formal response due', 'Beschwerde: abschließende Antwort fällig'),
    description: 'When the formal response is due. Kept by Complaint Clock.',
  },
  next_due: {
    title: say('Complaint: next due', 'Beschwerde: nächste Frist'),
    description: 'The earliest open deadline. Kept by Complaint Clock.',
  },
} as const;

const RECORD = {
  title: say('Complaint: clock record (do not edit)', 'Beschwerde: Fristendaten (nicht ändern)'),
  description: 'The deadlines in a form for machines: keep it off every form. Kept by Complaint Clock.',
};

const isDropDown = (key: FieldKey): key is keyof typeof DROP_DOWNS => key in DROP_DOWNS;
const isDate = (key: FieldKey): key is keyof typeof DATES => key in DATES;

function fieldDefinition(key: FieldKey): FieldDefinition {
  if (isDropDown(key)) return { key, type: 'tagger', ...DROP_DOWNS[key] };
  if (isDate(key)) return { key, type: 'date', ...DATES[key], options: [] };
  return { key, type: 'textarea', ...RECORD, options: [] };
}

export const FIELDS: readonly FieldDefinition[] = FIELD_KEYS.map(fieldDefinition);
