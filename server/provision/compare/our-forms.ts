import { findMarked } from '../account/find.ts';
import { findForm, rememberedForms, withRememberedForms } from '../account/find-form.ts';
import type { TicketForm } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { FIELDS } from '../definition/fields.ts';
import { askedFor, type FormDefinition, fieldOf, formDefinitions } from '../definition/forms.ts';
import { type FieldKey, FORM_KEYS } from '../definition/keys.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, mark, type ObjectRef } from '../refs.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
  titleDifference,
} from './entry.ts';

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

/** The summary's description for agents, with the ids of the forms as they are by now. */
function remember(account: AccountSnapshot, ids: Ids): Write[] {
  const field = idOrStandIn(ids, 'field:summary');
  const definition = FIELDS.find(({ key }) => key === 'summary');
  const known = Object.fromEntries(
    FORM_KEYS.flatMap((key) => {
      const id = ids.get(`form:${key}`);
      return typeof id === 'number' ? [[key, id]] : [];
    }),
  );
  const found = findMarked(account.fields, 'field:summary')?.agent_description ?? '';
  const sign = mark('field:summary');
  const description = found.includes(sign) ? found : `${definition?.description ?? ''} ${sign}`;
  return [
    {
      method: 'put',
      path: `ticket_fields/${field}`,
      envelope: 'ticket_field',
      body: { ticket_field: { agent_description: withRememberedForms(description, known) } },
    },
  ];
}

function createBody(definition: FormDefinition, given: Given, ids: Ids): unknown {
  return {
    ticket_form: {
      name: definition.title[given.settings.language],
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
  const missing = found ? missingFields(found, mustHold(definition, settings), ids) : [];
  const record = ids.get('field:record');
  const showsRecord = found?.ticket_field_ids.some((id) => id === record) ?? false;
  const isRemembered = rememberedForms(account)[definition.key] === found?.id;
  function* writes(known: Ids): Iterable<Write> {
    const envelope = 'ticket_form';
    if (!found) {
      yield { method: 'post', path: 'ticket_forms', body: createBody(definition, given, known), envelope };
    } else {
      const held = [...found.ticket_field_ids, ...fieldIds(missing, known)].filter((id) => id !== record);
      const name = isForced(settings, ref) ? { name: definition.title[settings.language] } : {};
      const body = { ticket_form: { active: true, ...name, ticket_field_ids: held } };
      yield { method: 'put', path: `ticket_forms/${found.id}`, body, envelope };
    }
    if (!found || !isRemembered) yield* remember(account, known);
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
          ...(isRemembered ? [] : difference('remembered as ours', 'no', 'yes')),
          ...titleDifference(settings, ref, { found: found.name, titles: definition.title }),
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
