import type { CustomStatus } from '../../api/shapes-set-up.ts';
import type { Words } from '../../i18n/strings.ts';
import type { OpenTicket } from '../../ticket/state.ts';
import type { StatusChange } from '../../ticket/submit.ts';

export interface SubmitChoice {
  value: string;
  label: string;
  change: StatusChange;
}

const categories = ['open', 'pending', 'hold', 'solved'];

/**
 * The statuses that a ticket may be submitted as. "New" is only for tickets that are new still. Where the account has
 * statuses of its own, they stand with the category that they belong to, after its default.
 */
export function submitChoices(
  ticket: OpenTicket,
  customStatuses: readonly CustomStatus[],
  words: Words,
): readonly SubmitChoice[] {
  const isNew = ticket.id === undefined || ticket.status === 'new';
  return [...(isNew ? ['new'] : []), ...categories].flatMap((category) => {
    const own = customStatuses.filter((it) => it.status_category === category);
    const standard = own.find((it) => it.default);
    // Naming the default's id too leaves a status of the account's own in the same category.
    const change = standard ? { status: category, customStatusId: standard.id } : { status: category };
    return [
      { value: category, label: words.value('status', category), change },
      ...own
        .filter((it) => !it.default)
        .map((it) => ({
          value: `${category}/${it.id}`,
          label: it.agent_label,
          change: { status: category, customStatusId: it.id },
        })),
    ];
  });
}
