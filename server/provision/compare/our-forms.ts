import { findForm } from '../account/find-form.ts';
import type { TicketForm } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { askedFor, type FormDefinition, fieldOf, formDefinitions } from '../definition/forms.ts';
import type { FieldKey } from '../definition/keys.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, type ObjectRef } from '../refs.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
} from './entry.ts';
import { type ComparedTitle, compareTitle } from './title.ts';

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
  readonly ids: Ids;
}

/** Subject, description and what else every ticket has, in the order of the account's default form. */
function systemFields({ fields, forms }: AccountSnapshot): number[] {
  const system = fields.filter(({ removable, active }) => !removable && active).map(({ id }) => id);
  const usual = forms.find((form) => form.default)?.ticket_field_ids ?? [];
  return [...new Set([...usual.filter((id) => system.includes(id)), ...system])];
}

/** What customers read above the form; agents read its name. */
function displayName({ key, title }: FormDefinition, { account, settings }: Given) {
  const own = title[settings.language];
  if (key !== 'customer' || account.lacks.texts) return () => ({ display_name: own });
  return (ids: Ids) => ({ raw_display_name: String(idOrStandIn(ids, 'text:form')) });
}

/** The form must ask for all that the policy asks for; what else is on it belongs to the administrators. */
function mustHold({ key }: FormDefinition, { promises }: ProvisionSettings): FieldKey[] {
  return key === 'customer' ? askedFor(promises).map(fieldOf) : [];
}

function missingFields(found: TicketForm, wanted: readonly FieldKey[], ids: Ids): FieldKey[] {
  const present = new Set<number | string>(found.ticket_field_ids);
  return wanted.filter((key) => !present.has(idOrStandIn(ids, `field:${key}`)));
}

function fieldIds(keys: readonly FieldKey[], ids: Ids): number[] {
  return keys.flatMap((key) => {
    const id = ids.get(`field:${key}`);
    return typeof id === 'number' ? [id] : [];
  });
}

/** Customers read the name of theirs too, so it has the text of their form. */
function titleOfForm(
  { key, title: titles }: FormDefinition,
  found: TicketForm | undefined,
  given: Given,
): ComparedTitle {
  const forced = isForced(given.settings, `form:${key}`);
  return compareTitle(
    { key: key === 'customer' ? 'form' : 'form_agent', titles },
    found && { title: found.name, raw: found.raw_name },
    { ...given, forced },
  );
}

const nameBody = (entered: string) => ({ name: entered, raw_name: entered });

function createBody(definition: FormDefinition, given: Given, ids: Ids): unknown {
  return {
    ticket_form: {
      ...nameBody(titleOfForm(definition, undefined, given).entered(ids)),
      ...displayName(definition, given)(ids),
      end_user_visible: definition.endUserVisible,
      active: true,
      in_all_brands: true,
      ticket_field_ids: [...systemFields(given.account), ...fieldIds(definition.fields, ids)],
    },
  };
}

function compareOurForm(definition: FormDefinition, given: Given): Compared {
  const { account, settings, ids } = given;
  const ref: ObjectRef = `form:${definition.key}`;
  const found = findForm(account, definition.key);
  const title = titleOfForm(definition, found, given);
  const missing = found ? missingFields(found, mustHold(definition, settings), ids) : [];
  const record = ids.get('field:record');
  const showsRecord = found?.ticket_field_ids.some((id) => id === record) ?? false;
  function* writes(known: Ids): Iterable<Write> {
    const envelope = 'ticket_form';
    if (!found) {
      yield { method: 'post', path: 'ticket_forms', body: createBody(definition, given, known), envelope };
    } else {
      const held = [...found.ticket_field_ids, ...fieldIds(missing, known)].filter((id) => id !== record);
      const name = title.differences.length > 0 ? nameBody(title.entered(known)) : {};
      const body = { ticket_form: { active: true, ...name, ticket_field_ids: held } };
      yield { method: 'put', path: `ticket_forms/${found.id}`, body, envelope };
    }
  }
  return compared({
    ref,
    title: definition.title[settings.language],
    found: found && { id: found.id, title: found.name },
    differences: found
      ? [
          ...activeDifference(found.active),
          ...missing.map((key): Difference => ({ what: 'field', from: null, to: key })),
          ...(showsRecord ? difference('clock record', 'shown', 'not shown') : []),
          ...title.differences,
        ]
      : [],
    notes: notesOn(definition, found),
    foreign: foreignNamesakes(
      ref,
      definition.title,
      account.forms.filter((form) => form !== found).map(({ id, name: title }) => ({ id, title })),
    ),
    writes,
  });
}

function notesOn({ key }: FormDefinition, found: TicketForm | undefined): string[] {
  if (key !== 'customer') return [];
  if (!found) return ['customers can choose it in the help center of every brand from then on'];
  return found.end_user_visible ? [] : ['customers can’t choose it: it was made visible to agents only'];
}

/** The customers' form and the agents'. None where Zendesk's plan has a single form. */
export function compareOurForms(given: Given): Compared[] {
  if (given.account.lacks.forms) return [];
  return formDefinitions(given.settings.promises).map((definition) => compareOurForm(definition, given));
}
