import { findMarked } from '../account/find.ts';
import { marked } from '../account/remembered.ts';
import type { TicketField } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELDS, type FieldDefinition } from '../definition/fields.ts';
import type { ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, mark, type ObjectRef } from '../refs.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
} from './entry.ts';
import { changedOptions, type Given, newOptions, optionDifferences, tagsTaken } from './options.ts';
import { isForAgentsOnly, type PortalBody, portalBody } from './shown-to-customers.ts';
import { type ComparedTitle, compareTitle, titleBody, titleOf } from './title.ts';

/** What is sent besides the field's own options. */
interface Extra extends Given {
  readonly ids: Ids;
  /** What makes it one that customers answer in. */
  readonly portal: PortalBody;
  readonly title: ComparedTitle;
  /** Puts back a mark that somebody has taken away with the description. */
  readonly description: Readonly<Record<string, string>>;
}

function createBody(definition: FieldDefinition, ref: ObjectRef, extra: Extra): unknown {
  const { ids, portal, title } = extra;
  return {
    ticket_field: {
      type: definition.type,
      ...titleBody(title.entered(ids)),
      description: `${definition.description} ${mark(ref)}`,
      ...portal,
      active: true,
      ...newOptions(definition, extra),
    },
  };
}

function changeBody(definition: FieldDefinition, found: TicketField, extra: Extra): unknown {
  const { ids, portal, title, description } = extra;
  return {
    ticket_field: {
      active: true,
      ...description,
      ...portal,
      ...(title.differences.length > 0 ? titleBody(title.entered(ids)) : {}),
      ...changedOptions(definition, found, extra),
    },
  };
}

/** Customers read the description of a field that they see; the mark is in the other one then. */
function markBody(found: TicketField, ref: ObjectRef): Readonly<Record<string, string>> {
  if (`${found.description} ${found.agent_description}`.includes(mark(ref))) return {};
  return found.visible_in_portal
    ? { agent_description: marked(found.agent_description, ref) }
    : { description: marked(found.description, ref) };
}

function wrongType(definition: FieldDefinition, found: TicketField | undefined): string[] {
  if (!found || found.type === definition.type) return [];
  return [`is of type ${found.type}, not ${definition.type}: take the mark out of its description`];
}

function compareField(
  definition: FieldDefinition,
  account: AccountSnapshot,
  settings: ProvisionSettings,
): Compared {
  const ref: ObjectRef = `field:${definition.key}`;
  const found = findMarked(account.fields, ref);
  const others = account.fields.filter((field) => field !== found);
  const given = { account, settings };
  const portal = portalBody(definition, given);
  const opening = found !== undefined && portal !== undefined && isForAgentsOnly(found, definition);
  const title = compareTitle(
    { key: `field_${definition.key}`, titles: definition.title },
    found && titleOf(found),
    { ...given, forced: isForced(settings, ref) },
  );
  const description = found && !opening ? markBody(found, ref) : {};
  const envelope = 'ticket_field';
  const writes = (ids: Ids): Write[] => {
    const extra = {
      ...given,
      ids,
      title,
      description,
      portal: (!found || opening ? portal?.(ids) : undefined) ?? {},
    };
    return [
      found
        ? {
            ...{ method: 'put' as const, path: `ticket_fields/${found.id}`, envelope },
            body: changeBody(definition, found, extra),
          }
        : {
            ...{ method: 'post' as const, path: 'ticket_fields', envelope },
            body: createBody(definition, ref, extra),
          },
    ];
  };
  return compared({
    ref,
    title: definition.title[settings.language],
    found,
    differences: found
      ? [
          ...activeDifference(found.active),
          ...optionDifferences(definition, found, given),
          ...(opening ? difference('customers can answer in it', 'no', 'yes') : []),
          ...title.differences,
          ...Object.keys(description).map((what) => ({ what, from: null, to: mark(ref) })),
        ]
      : [],
    blockedBy: [...wrongType(definition, found), ...tagsTaken(definition, others)],
    foreign: foreignNamesakes(ref, definition.title, others),
    writes,
  });
}

/** Titles, descriptions and option names belong to the administrators once the field exists. */
export function compareFields(account: AccountSnapshot, settings: ProvisionSettings): Compared[] {
  return FIELDS.map((definition) => compareField(definition, account, settings));
}
