import { literal } from '../../../domain/text/literal.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { withFingerprints } from '../compare/fingerprint.ts';
import { mark } from '../refs.ts';
import { markedIn, type Ours } from './ours.ts';
import { namedBy, type References, referencesIn } from './references.ts';
import type { Removal, RemovalOptions, RemovalPlan } from './removal-types.ts';
import { removeTexts } from './texts.ts';

/** Where each kind is in the API, and what its object is called in a body. */
const PLACES = {
  trigger: ['triggers', 'trigger'],
  automation: ['automations', 'automation'],
  webhook: ['webhooks', 'webhook'],
  view: ['views', 'view'],
  macro: ['macros', 'macro'],
  form: ['ticket_forms', 'ticket_form'],
  field: ['ticket_fields', 'ticket_field'],
} as const;

const base = ({ kind, key, title, id }: Ours) => ({ kind, key, title, id });

const pathOf = ({ kind, id }: Ours): string => `${PLACES[kind][0]}/${id}`;

/** The description as its owner would have written it. */
const unmarked = ({ description, ref }: Ours): string =>
  withFingerprints(description.replace(mark(ref), ''), {}).trim();

function releaseCopy(ours: Ours): Removal {
  const [, envelope] = PLACES[ours.kind];
  return {
    ...base(ours),
    action: 'unmark',
    notes: ['a copy of ours that somebody made: only our mark is taken out of its description'],
    call: { method: 'put', path: pathOf(ours), body: { [envelope]: { [ours.described]: unmarked(ours) } } },
  };
}

/** Whether tickets hold something in it that would be lost. */
const holdsData = ({ kind }: Ours): boolean => kind === 'field' || kind === 'form';

/** What else names the object. Forms drop a field, and views a column, without harm. */
function usersOf(ours: Ours, references: References): string[] {
  const id = literal(String(ours.id));
  const naming = (pattern: RegExp): string[] => references.naming((text) => pattern.test(text));
  if (ours.kind === 'webhook') return references.naming((text) => text.includes(String(ours.id)));
  if (ours.kind === 'field') return naming(new RegExp(`(?:custom|ticket)_fields?_${id}(?!\\d)`, 'u'));
  if (ours.kind === 'form') return naming(new RegExp(`"field":"ticket_form_id"[^}]*"${id}"`, 'u'));
  return [];
}

const LOST = {
  field: 'with it goes what it holds on every ticket, closed ones too',
  form: 'tickets forget that they came in by it',
} as const;

function remove(ours: Ours, references: References, { withFields }: RemovalOptions): Removal {
  const users = usersOf(ours, references);
  if (users.length > 0) return { ...base(ours), action: 'keep', notes: [namedBy(users)] };
  const path = pathOf(ours);
  if (!holdsData(ours) || withFields) {
    const notes = ours.kind === 'field' || ours.kind === 'form' ? [LOST[ours.kind]] : [];
    return { ...base(ours), action: 'delete', notes, call: { method: 'delete', path } };
  }
  if (!ours.active)
    return { ...base(ours), action: 'keep', notes: ['is switched off already; tickets keep what it holds'] };
  const [, envelope] = PLACES[ours.kind];
  const call = { method: 'put', path, body: { [envelope]: { active: false } } } as const;
  return { ...base(ours), action: 'deactivate', notes: [], call };
}

const FIELDS_KEPT =
  'Fields and forms are only switched off, since deleting a field deletes what it holds on every ticket. --with-fields deletes them.';

const LEFT: readonly string[] = [
  'Tickets keep their comments, tags and history. Groups stay, since tickets may be assigned to them.',
  'By hand: the app (Admin Center > Apps and integrations > Zendesk Support apps), the OAuth clients (Apps and integrations > APIs > OAuth clients) and the service’s seat (People > Team members). The service and its database stay where they run.',
];

/** What removing would do now; asks and writes nothing. */
export function planRemoval(account: AccountSnapshot, options: RemovalOptions): RemovalPlan {
  const marked = markedIn(account);
  const ours = marked.filter(({ copy }) => !copy);
  const references = referencesIn(account, new Set(ours.map(({ kind, id }) => `${kind} ${id}`)));
  const removed = (data: boolean): Removal[] =>
    ours.filter((one) => holdsData(one) === data).map((one) => remove(one, references, options));
  const removals = [
    ...removed(false),
    ...removed(true),
    ...removeTexts(account, { marked: ours, references, options }),
    ...marked.filter(({ copy }) => copy).map(releaseCopy),
  ];
  return { removals, left: [...(options.withFields ? [] : [FIELDS_KEPT]), ...LEFT] };
}
