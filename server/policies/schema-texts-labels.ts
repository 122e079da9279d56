import { LABELLED } from '../../domain/labels.ts';
import { type SchemaText, text } from './schema-text.ts';

const WHAT = {
  category: ['causes', 'Wi-Fi'],
  delay_reason: ['reasons for a delay', 'Waiting for the landlord'],
  redress: ['kinds of redress', 'Voucher'],
} as const;
const OTHERS = { de: 'German', es: 'Spanish', fr: 'French', nl: 'Dutch' };

/** The texts of what a policy calls the options of drop-downs. */
export const LABELS_TEXTS: Readonly<Record<string, SchemaText>> = {
  labels: text(
    'What options are called in figures, reports and the case file: those that the company has added, or calls otherwise.',
  ),
  ...Object.fromEntries(
    LABELLED.flatMap((field) => {
      const [what, example] = WHAT[field];
      return [
        [`labels.${field}`, text(`Of ${what}, by the name behind the option’s tag.`)],
        [`labels.${field}.*`, text('Its name by language: English at least.')],
        [`labels.${field}.*.en`, { ...text('Its name in English.', example), pattern: '\\S' }],
        ...Object.entries(OTHERS).map(([code, language]) => [
          `labels.${field}.*.${code}`,
          { ...text(`Its name in ${language}; English where left out.`), pattern: '\\S' },
        ]),
      ];
    }),
  ),
};
