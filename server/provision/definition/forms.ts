import { FIELD_KEYS, type FieldKey, type FormKey, type FormTextKey } from './keys.ts';
import type { Localized } from './language.ts';
import type { Promises } from './promises.ts';
import { type Asked, titled } from './titles/index.ts';

/** What the customers' form asks for: in a few words what happened, and each kind of evidence that the policy asks for. */
export const askedFor = ({ evidence }: Pick<Promises, 'evidence'>): Asked[] => ['summary', ...evidence];

/** The ticket field that a customer answers in. */
export const fieldOf = (asked: Asked): FieldKey => (asked === 'summary' ? 'summary' : `evidence_${asked}`);

/** What a field asks the customer for, or undefined for a field that only agents see. */
export const askedIn = (key: FieldKey, promises: Pick<Promises, 'evidence'>): Asked | undefined =>
  askedFor(promises).find((asked) => fieldOf(asked) === key);

export const titleText = (asked: Asked): FormTextKey => `form_${asked}`;
export const hintText = (asked: Asked): FormTextKey => `form_${asked}_hint`;

export interface FormDefinition {
  readonly key: FormKey;
  readonly title: Localized;
  /** Whether customers can choose it. */
  readonly endUserVisible: boolean;
  /** Our fields on it, in order. Only those that are visible in the help center are shown to customers. */
  readonly fields: readonly FieldKey[];
}

/** The clock record is on no form: nobody should edit it. */
const ALL_FIELDS: readonly FieldKey[] = FIELD_KEYS.filter((key) => key !== 'record');

/** The customers' form asks first; agents see all of ours on both. */
export function formDefinitions(promises: Pick<Promises, 'evidence'>): FormDefinition[] {
  const asked = askedFor(promises).map(fieldOf);
  return [
    {
      key: 'customer',
      title: titled(({ forms }) => forms.customer),
      endUserVisible: true,
      fields: [...new Set([...asked, ...ALL_FIELDS])],
    },
    {
      key: 'agent',
      title: titled(({ forms }) => forms.agent),
      endUserVisible: false,
      fields: ALL_FIELDS,
    },
  ];
}
