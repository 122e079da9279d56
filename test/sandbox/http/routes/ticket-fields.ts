import { forbidden } from '../../fault.ts';
import { addField, removeField } from '../../fields/on-forms.ts';
import { checkTags, readField, readForm, readOption } from '../../fields/read-field.ts';
import { idOf } from '../../json.ts';
import { presentField, presentForm, presentOption } from '../../present/field.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { created, noContent, ok, type Route } from '../route.ts';

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
  route('get', '/ticket_fields/:id', {}, (call) =>
    ok({ ticket_field: presentField(account, found(account.fields.get(call.id('id')))) }),
  );
  route('post', '/ticket_fields', { role: 'admin' }, (call) => {
    const field = readField(account, newBodyOf(call, 'ticket_field'));
    addField(account, field);
    return created({ ticket_field: presentField(account, field) });
  });
  route('put', '/ticket_fields/:id', { role: 'admin' }, (call) => {
    const field = readField(account, bodyOf(call, 'ticket_field'), found(account.fields.get(call.id('id'))));
    account.fields.set(field.id, field);
    return ok({ ticket_field: presentField(account, field) });
  });
  route('delete', '/ticket_fields/:id', { role: 'admin' }, (call) => {
    const field = found(account.fields.get(call.id('id')));
    if (!field.removable) throw forbidden('System fields cannot be deleted');
    removeField(account, field.id);
    return noContent();
  });
  optionRoutes(route, deps);
}

function optionRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const base = '/ticket_fields/:id/options';
  const present = { account, present: (o: Parameters<typeof presentOption>[1]) => presentOption(account, o) };
  route('get', base, {}, (call) =>
    ok(
      paged(
        call,
        'custom_field_options',
        found(account.fields.get(call.id('id'))).custom_field_options,
        present,
      ),
    ),
  );
  route('post', base, { role: 'admin' }, (call) => {
    const field = found(account.fields.get(call.id('id')));
    const body = bodyOf(call, 'custom_field_option');
    const option = readOption(account, body, field.custom_field_options);
    const known = field.custom_field_options.some((one) => one.id === option.id);
    const options = known
      ? field.custom_field_options.map((one) => (one.id === option.id ? option : one))
      : [...field.custom_field_options, option];
    checkTags(account, field.id, options);
    account.fields.set(field.id, { ...field, custom_field_options: options, updated_at: account.stamp() });
    return { status: known ? 200 : 201, body: { custom_field_option: presentOption(account, option) } };
  });
  route('delete', `${base}/:option`, { role: 'admin' }, (call) => {
    const field = found(account.fields.get(call.id('id')));
    const option = found(field.custom_field_options.find((one) => one.id === idOf(call.param('option'))));
    const options = field.custom_field_options.filter((one) => one.id !== option.id);
    account.fields.set(field.id, { ...field, custom_field_options: options, updated_at: account.stamp() });
    return noContent();
  });
}

/** `/ticket_forms`. */
export function ticketFormRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = { account, present: (f: Parameters<typeof presentForm>[1]) => presentForm(account, f) };
  route('get', '/ticket_forms', { role: 'end-user' }, (call) =>
    ok(paged(call, 'ticket_forms', [...account.forms.values()], present)),
  );
  route('get', '/ticket_forms/:id', { role: 'end-user' }, (call) =>
    ok({ ticket_form: presentForm(account, found(account.forms.get(call.id('id')))) }),
  );
  route('post', '/ticket_forms', { role: 'admin' }, (call) => {
    const form = readForm(account, newBodyOf(call, 'ticket_form'));
    account.forms.set(form.id, form);
    return created({ ticket_form: presentForm(account, form) });
  });
  route('put', '/ticket_forms/:id', { role: 'admin' }, (call) => {
    const form = readForm(account, bodyOf(call, 'ticket_form'), found(account.forms.get(call.id('id'))));
    account.forms.set(form.id, form);
    return ok({ ticket_form: presentForm(account, form) });
  });
  route('delete', '/ticket_forms/:id', { role: 'admin' }, (call) => {
    const form = found(account.forms.get(call.id('id')));
    if (form.default) throw forbidden('The default form cannot be deleted');
    account.forms.delete(form.id);
    return noContent();
  });
}
