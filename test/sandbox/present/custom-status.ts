import type { Account } from '../account/account.ts';
import type { CustomStatusRecord } from '../account/records.ts';
import { fillDynamicContent } from '../liquid/dynamic-content.ts';

/** A custom status: its words as they are stored (`raw_...`) and with dynamic content filled in. */
export function presentCustomStatus(account: Account, status: CustomStatusRecord): Record<string, unknown> {
  const fill = (text: string) => fillDynamicContent(account, text, account.settings.locale);
  const { agent_label, end_user_label, description, end_user_description, ...rest } = status;
  return {
    ...rest,
    agent_label: fill(agent_label),
    raw_agent_label: agent_label,
    end_user_label: fill(end_user_label),
    raw_end_user_label: end_user_label,
    description: fill(description),
    raw_description: description,
    end_user_description: fill(end_user_description),
    raw_end_user_description: end_user_description,
  };
}
