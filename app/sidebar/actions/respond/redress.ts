import type { Policy } from '../../../../domain/policy.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import { OPTION_PREFIX, optionName } from '../../../../domain/terms.ts';
import type { Language } from '../../../ui/language.ts';
import type { AccountFields } from '../../../zaf/account.ts';
import type { Noting } from '../../record/noted.ts';

/** What the customer gets: the option's tag and, for money, how much. */
export interface Redress {
  readonly option: string;
  /** As typed. */
  readonly amount: string;
}

export const NO_REDRESS = `${OPTION_PREFIX.redress}none`;
const WITH_AMOUNT = ['credit', 'refund', 'compensation'];

export const hasAmount = (option: string): boolean =>
  WITH_AMOUNT.includes(optionName('redress', option) ?? '');

/** Reads "25", "25.00", "25,50" and "1.250,00" as digits with a point; undefined for anything else. */
export function amountTyped(text: string): string | undefined {
  const typed = text.replace(/\s/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return whole.length > 9 ? undefined : match[2] ? `${whole}.${match[2].padEnd(2, '0')}` : whole;
}

/** "£25.00", "20,00 €". */
export function money(amount: string, currency: string, { tag }: Language): string {
  return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(Number(amount));
}

/** "£": what stands before the field for the amount. */
export function currencySign(currency: string, { tag }: Language): string {
  const parts = new Intl.NumberFormat(tag, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

export const currencyOf = (policy: Policy | undefined): string => policy?.guidance.currency ?? 'GBP';

export interface RedressFacts {
  readonly redress: Redress;
  readonly record: ClockRecord;
  readonly fields: AccountFields;
  readonly currency: string;
  readonly language: Language;
}

/** The fact for the case's file, or undefined where the file says so already. */
export function redressNoting({
  redress,
  record,
  fields,
  currency,
  language,
}: RedressFacts): Noting | undefined {
  const { say } = language;
  const code = optionName('redress', redress.option) ?? 'none';
  const amount = hasAmount(redress.option) ? amountTyped(redress.amount) : undefined;
  const before = record.notes?.findLast(({ topic }) => topic === 'redress');
  const same = before ? before.code === code && before.amount === amount : code === 'none';
  if (same) return undefined;
  const name = fields.redress?.options.find(({ value }) => value === redress.option)?.name ?? code;
  const what = amount === undefined ? name : `${name}, ${money(amount, currency, language)}`;
  return {
    topic: 'redress',
    with: { code, ...(amount === undefined ? {} : { amount, currency }) },
    note: say('response.redressNote', { what }),
    fields: [
      ...(fields.redress ? [{ id: fields.redress.id, value: redress.option }] : []),
      ...(fields.redress_amount
        ? [{ id: fields.redress_amount.id, value: amount === undefined ? '' : `${amount} ${currency}` }]
        : []),
    ],
  };
}
