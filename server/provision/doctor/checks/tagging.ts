import { findMarked } from '../../account/find.ts';
import type { AccountSnapshot } from '../../account/snapshot.ts';
import { listed, notCheckable, ok, problem, warning } from '../findings.ts';
import type { AccountSettings, CustomRole } from '../living.ts';
import { SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

function accountFinding({ tickets, active_features }: AccountSettings): Finding {
  const { tagging } = tickets ?? {};
  const told = tagging ?? active_features?.ticket_tagging ?? undefined;
  if (told === undefined) return notCheckable('whether tags on tickets are on: the account does not tell');
  if (told) return ok('tags on tickets are on');
  return problem(
    'tags on tickets are off for the whole account: agents see and add none, and macros add none either',
    `${SCREENS.ticketSettings}: under Tags, choose "Enable tags on tickets".`,
  );
}

/** Light agents write to no customer, so that none of their replies counts. */
const withoutTags = (roles: readonly CustomRole[]): readonly CustomRole[] =>
  roles.filter(
    ({ configuration, team_member_count }) =>
      configuration?.ticket_tag_editing === false &&
      configuration.light_agent !== true &&
      team_member_count !== 0,
  );

function replyField({ fields, forms }: AccountSnapshot): { readonly title: string; readonly shown: boolean } {
  const field = findMarked(fields, 'field:reply_is');
  const active = forms.filter((form) => form.active);
  const shown =
    field !== undefined &&
    (active.length === 0 || active.some((form) => form.ticket_field_ids.includes(field.id)));
  return { title: field?.title ?? 'This reply is', shown };
}

function roleFindings(roles: readonly CustomRole[], account: AccountSnapshot): Finding[] {
  const lacking = withoutTags(roles);
  if (lacking.length === 0) return [ok(`none of ${roles.length} roles lacks the right to edit tags`)];
  const names = listed(lacking.map(({ name }) => `"${name}"`));
  const { title, shown } = replyField(account);
  const seen = `agents with the role ${names} may not edit tags: they can't record a complaint by its tag, and our macros add no tag for them`;
  const allow = `${SCREENS.roles}: open the role, Tickets, Edit ticket tags.`;
  if (!shown)
    return [
      problem(
        `${seen}; and "${title}", which says the same by a drop-down, is on no active form`,
        `${allow} Or ${SCREENS.forms}: add "${title}" to the form of your complaints.`,
      ),
    ];
  return [
    warning(
      `${seen}. A reply by one of our macros counts all the same, and so does one with "${title}" chosen`,
      `${allow} Or tell these agents to choose "${title}".`,
    ),
  ];
}

/** Tags carry a case: the account, and each role that answers complaints, must be able to set them. */
export const tagging: Check = {
  id: 'tagging',
  title: 'Who may tag',
  run: async ({ living }) => {
    const first = accountFinding(await living.settings());
    const roles = await living.roles();
    if (!roles)
      return [first, ok('this plan has no roles of its own making: agents may tag where the account may')];
    return [first, ...roleFindings(roles, await living.objects())];
  },
};
