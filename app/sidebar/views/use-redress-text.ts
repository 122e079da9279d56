import type { ClockRecord } from '../../../domain/record.ts';
import { OPTION_PREFIX } from '../../../domain/terms.ts';
import type { Language } from '../../ui/language.ts';
import { useSidebar } from '../SidebarContext.tsx';

/** What the customer gets: "Credit £20.00", as the account names it; undefined where nothing was noted. */
export function useRedressText({ notes = [] }: ClockRecord, { tag }: Language): string | undefined {
  const { fields } = useSidebar();
  const redress = notes.findLast(({ topic }) => topic === 'redress');
  if (!redress?.code || redress.code === 'none') return undefined;
  const option = `${OPTION_PREFIX.redress}${redress.code}`;
  const name = fields.redress?.options.find(({ value }) => value === option)?.name;
  const { amount, currency } = redress;
  if (!amount || !currency) return name;
  const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
  return [name, format.format(Number(amount))].filter((part) => part !== undefined).join(' ');
}
