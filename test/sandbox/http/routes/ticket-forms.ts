import { hasForms } from '../../account/plans.ts';
import type { FormRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { readForm } from '../../fields/read-form.ts';
import { flagOf, idsOf } from '../../json.ts';
import { presentForm } from '../../present/field.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

/** `/ticket_forms`, in their own order. */
export function ticketFormRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const forms = () => [...account.forms.values()].sort((a, b) => a.position - b.position || a.id - b.id);
  const present = { account, present: (form: FormRecord) => presentForm(account, form) };
  const form = (call: Call) => found(account.forms.get(call.id('id')));
  route('get', '/ticket_forms', { role: 'end-user' }, (call) =>
    ok(
      paged(
        call,
        'ticket_forms',
        forms().filter((one) => isWanted(one, call)),
        present,
      ),
    ),
  );
  route('get', '/ticket_forms/show_many', { role: 'end-user' }, (call) => {
    const ids = idsOf(call.query.ids);
    return ok(
      paged(
        call,
        'ticket_forms',
        ids.flatMap((id) => account.forms.get(id) ?? []),
        present,
      ),
    );
  });
  route('get', '/ticket_forms/:id', { role: 'end-user' }, (call) =>
    ok({ ticket_form: presentForm(account, form(call)) }),
  );
  writeRoutes(route, deps);
}

/** The form that every account has can be changed on every plan; further ones need a plan with forms. */
function writeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const needForms = () => {
    if (!hasForms(account.settings.plan)) throw forbidden();
  };
  const form = (call: Call) => found(account.forms.get(call.id('id')));
  const present = (one: FormRecord) => ({ ticket_form: presentForm(account, one) });
  const put = (one: FormRecord) => {
    // There is one default form; making another one the default takes it from the first.
    if (one.default)
      for (const other of [...account.forms.values()])
        if (other.id !== one.id) account.forms.set(other.id, { ...other, default: false });
    account.forms.set(one.id, one);
    return present(one);
  };
  route('post', '/ticket_forms', { role: 'admin' }, (call) => {
    needForms();
    return created(put(readForm(account, newBodyOf(call, 'ticket_form'))));
  });
  route('put', '/ticket_forms/reorder', { role: 'admin' }, (call) => {
    for (const [index, id] of idsOf(call.body.ticket_form_ids).entries())
      account.forms.set(id, { ...found(account.forms.get(id)), position: index + 1 });
    const all = [...account.forms.values()].sort((a, b) => a.position - b.position);
    return ok(paged(call, 'ticket_forms', all, { account, present: (one) => presentForm(account, one) }));
  });
  route('post', '/ticket_forms/:id/clone', { role: 'admin' }, (call) => {
    needForms();
    const { name, display_name, ...rest } = form(call);
    const { id: _id, default: _default, position: _position, ...body } = rest;
    return ok(put(readForm(account, { ...body, name: `${name} (copy)`, display_name })));
  });
  route('put', '/ticket_forms/:id', { role: 'admin' }, (call) => {
    const known = form(call);
    return ok(put(readForm(account, bodyOf(call, 'ticket_form'), known)));
  });
  route('delete', '/ticket_forms/:id', { role: 'admin' }, (call) => {
    const known = form(call);
    if (known.default) throw forbidden('The default form cannot be deleted');
    account.forms.delete(known.id);
    return noContent();
  });
}

function isWanted(form: FormRecord, call: Call): boolean {
  const { active, end_user_visible } = call.query;
  return (
    (active === undefined || flagOf(active) === form.active) &&
    (end_user_visible === undefined || flagOf(end_user_visible) === form.end_user_visible)
  );
}
