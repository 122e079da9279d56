import type { TicketField } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { FieldDefinition } from '../definition/fields.ts';
import { askedIn, hintText, titleText } from '../definition/forms.ts';
import { titled } from '../definition/titles/index.ts';
import type { ProvisionSettings } from '../plan-types.ts';
import { type Ids, idOrStandIn, mark } from '../refs.ts';

/**
 * A customer can answer in a field only where the field itself is visible and editable in the help center; on which
 * forms is the forms' matter. Its description is then what the customer reads, so the mark is in the one for agents.
 */
export type PortalBody = Readonly<Record<string, unknown>>;

/**
 * What makes a field one that customers answer in, or undefined for one that they don't: the policy doesn't ask for
 * it, or the plan has a single form, on which every request would show it.
 */
export function portalBody(
  definition: FieldDefinition,
  { account, settings }: { account: AccountSnapshot; settings: ProvisionSettings },
): ((ids: Ids) => PortalBody) | undefined {
  const asked = askedIn(definition.key, settings.promises);
  if (!asked || account.lacks.forms) return undefined;
  const agentDescription = `${definition.description} ${mark(`field:${definition.key}`)}`;
  const shown = { visible_in_portal: true, editable_in_portal: true, agent_description: agentDescription };
  if (account.lacks.texts) {
    const said = (part: 'title' | 'hint') => titled((titles) => titles.asked[asked][part])[settings.language];
    return () => ({ ...shown, title_in_portal: said('title'), description: said('hint') });
  }
  return (ids) => ({
    ...shown,
    raw_title_in_portal: String(idOrStandIn(ids, `text:${titleText(asked)}`)),
    raw_description: String(idOrStandIn(ids, `text:${hintText(asked)}`)),
  });
}

/**
 * Made by an earlier version, or where the plan had no forms: customers would read our mark. Once it is in the
 * description for agents, what customers see of the field is the administrators'.
 */
export const isForAgentsOnly = (field: TicketField, { key }: FieldDefinition): boolean =>
  field.description.includes(mark(`field:${key}`)) ||
  (!field.visible_in_portal && !field.agent_description.includes(mark(`field:${key}`)));
