import type { Account } from '../../account/account.ts';
import type { FieldOption, FieldRecord } from '../../account/records.ts';
import { checkTags, readOption } from '../../fields/read-field.ts';
import { idOf } from '../../json.ts';
import { presentOption } from '../../present/field.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { ENDPOINT_BUDGETS, spendEndpoint } from '../rate-limits.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';

/** `/ticket_fields/{id}/options`: POST makes an option, or changes the one whose `id` it names. */
export function fieldOptionRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const base = '/ticket_fields/:id/options';
  const field = (call: Call): FieldRecord => found(account.fields.get(call.id('id')));
  const option = (call: Call): FieldOption =>
    found(field(call).custom_field_options.find((one) => one.id === idOf(call.param('option'))));
  const present = (one: FieldOption) => presentOption(account, one);
  route('get', base, {}, (call) =>
    ok(paged(call, 'custom_field_options', field(call).custom_field_options, { account, present })),
  );
  route('get', `${base}/:option`, {}, (call) => ok({ custom_field_option: present(option(call)) }));
  route('post', base, { role: 'admin' }, (call) => {
    spendEndpoint(deps.limiter, call, {
      endpoint: 'ticket-field-options-create-or-update',
      budget: ENDPOINT_BUDGETS.fieldOption,
    });
    const known = field(call);
    const made = readOption(account, bodyOf(call, 'custom_field_option'), known.custom_field_options);
    const before = known.custom_field_options.find((one) => one.id === made.id);
    const options = before
      ? known.custom_field_options.map((one) => (one.id === made.id ? made : one))
      : [...known.custom_field_options, made];
    checkTags(account, known.id, options);
    replaceOptions(account, known, options);
    call.setHeaders({ Location: `${account.origin}/api/v2/ticket_fields/${known.id}/options` });
    return { status: before ? 200 : 201, body: { custom_field_option: present(made) } };
  });
  route('delete', `${base}/:option`, { role: 'admin' }, (call) => {
    const { id } = option(call);
    const known = field(call);
    replaceOptions(
      account,
      known,
      known.custom_field_options.filter((one) => one.id !== id),
    );
    return noContent();
  });
}

/** Tickets keep the tags of options that changed or went: Zendesk rewrites no ticket for that. */
function replaceOptions(account: Account, field: FieldRecord, options: FieldOption[]): void {
  account.fields.set(field.id, { ...field, custom_field_options: options, updated_at: account.stamp() });
}
