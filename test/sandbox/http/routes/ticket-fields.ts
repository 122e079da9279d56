import type { FieldRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { addField, removeField } from '../../fields/on-forms.ts';
import { readField } from '../../fields/read-field.ts';
import { idsOf, wordsOf } from '../../json.ts';
import { presentField } from '../../present/field.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { emptyOk } from '../empty.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route } from '../route.ts';
import { fieldOptionRoutes } from './field-options.ts';

/** A system field is known by its key too; its type is that key but for the ticket's type. */
const keyOf = (field: FieldRecord) =>
  field.removable ? '' : field.type === 'tickettype' ? 'type' : field.type;

/** `/ticket_fields` with their options. */
export function ticketFieldRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const fields = () => [...account.fields.values()].sort((a, b) => a.position - b.position);
  const present = { account, present: (f: Parameters<typeof presentField>[1]) => presentField(account, f) };
  route('get', '/ticket_fields', { role: 'end-user' }, (call) =>
    ok(paged(call, 'ticket_fields', fields(), present)),
  );
  route('get', '/ticket_fields/count', {}, () =>
    ok({ count: { value: account.fields.size, refreshed_at: account.stamp() } }),
  );
  route('get', '/ticket_fields/show_many', { role: 'end-user' }, (call) => {
    const [ids, keys] = [idsOf(call.query.ids), wordsOf(call.query.keys)];
    const shown = fields().filter((field) => ids.includes(field.id) || keys.includes(keyOf(field)));
    return ok(paged(call, 'ticket_fields', shown, present));
  });
  route('put', '/ticket_fields/reorder', { role: 'admin' }, (call) => {
    const first = idsOf(call.body.ticket_field_ids);
    const rest = fields().filter((field) => !first.includes(field.id));
    const all = [...first.flatMap((id) => account.fields.get(id) ?? []), ...rest];
    for (const [position, field] of all.entries()) account.fields.set(field.id, { ...field, position });
    return emptyOk();
  });
  route('get', '/ticket_fields/:id', { role: 'end-user' }, (call) =>
    ok({ ticket_field: presentField(account, found(account.fields.get(call.id('id')))) }),
  );
  route('post', '/ticket_fields', { role: 'admin' }, (call) => {
    const field = readField(account, newBodyOf(call, 'ticket_field'));
    addField(account, field);
    return created({ ticket_field: presentField(account, field) });
  });
  route('put', '/ticket_fields/:id', { role: 'admin' }, (call) => {
    const known = found(account.fields.get(call.id('id')));
    const field = readField(account, bodyOf(call, 'ticket_field'), known);
    account.fields.set(field.id, field);
    return ok({ ticket_field: presentField(account, field) });
  });
  route('delete', '/ticket_fields/:id', { role: 'admin' }, (call) => {
    const field = found(account.fields.get(call.id('id')));
    if (!field.removable) throw forbidden('System fields cannot be deleted');
    removeField(account, field.id);
    return noContent();
  });
  fieldOptionRoutes(route, deps);
}
