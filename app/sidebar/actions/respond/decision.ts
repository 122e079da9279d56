import { z } from 'zod/mini';
import type { TextKey } from '../../../ui/language.ts';
import type { AccountFields } from '../../../zaf/account.ts';
import type { Ticket } from '../../../zaf/tickets.ts';
import { amountTyped, hasAmount, NO_REDRESS } from './redress.ts';

export const decisionSchema = z.object({
  outcome: z.optional(z.enum(['upheld', 'partly_upheld', 'not_upheld'])),
  /** Options, by their tags. */
  category: z.string(),
  option: z.string(),
  /** As typed. */
  amount: z.string(),
});
/** What a formal response decides: outcome, cause, and what the customer gets. */
export type Decision = z.output<typeof decisionSchema>;

/** As far as the ticket's fields tell already; the outcome is chosen anew. */
export function savedDecision(ticket: Ticket, fields: AccountFields): Decision {
  const saved = (id: number | undefined): string => ticket.fields.get(id ?? 0) ?? '';
  return {
    category: saved(fields.category?.id),
    option: saved(fields.redress?.id) || NO_REDRESS,
    amount: saved(fields.redress_amount?.id).split(' ')[0] ?? '',
  };
}

export interface DecisionFaults {
  readonly outcome?: TextKey;
  readonly amount?: TextKey;
}

/** What is still missing or wrong. */
export function decisionFaults({ outcome, option, amount }: Decision): DecisionFaults {
  return {
    ...(outcome ? {} : { outcome: 'response.missing' as const }),
    ...(hasAmount(option) && amountTyped(amount) === undefined
      ? { amount: 'response.amountWrong' as const }
      : {}),
  };
}
