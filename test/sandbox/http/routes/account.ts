import { allLocales, localeById, localeOf } from '../../account/locales.ts';
import type { BrandRecord } from '../../account/records.ts';
import { blank, recordInvalid } from '../../fault.ts';
import { flagOf, type JsonObject, objectOf, textOf } from '../../json.ts';
import { presentSettings } from '../../present/account-settings.ts';
import { presentBrand } from '../../present/people.ts';
import { presentLocale } from '../../present/rules.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

/** `/brands`, `/locales` and `/account/settings`. */
export function accountRoutes(route: Route, deps: ApiDeps): void {
  brandRoutes(route, deps);
  localeRoutes(route, deps);
  const { account } = deps;
  route('get', '/account/settings', {}, () => ok({ settings: presentSettings(account) }));
  // Of all settings these can be changed here; the others are told as they are.
  route('put', '/account/settings', { role: 'admin' }, (call) => {
    const tickets = objectOf(bodyOf(call, 'settings').tickets);
    const { settings } = account;
    settings.tagging = flagOf(tickets.tagging) ?? settings.tagging;
    settings.email_ccs = flagOf(tickets.follower_and_email_cc_collaborations) ?? settings.email_ccs;
    return ok({ settings: presentSettings(account) });
  });
}

function brandRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = (brand: BrandRecord) => presentBrand(account, brand);
  const brand = (call: Call) => found(account.brands.get(call.id('id')));
  const save = (saved: BrandRecord) => {
    account.brands.set(saved.id, saved);
    return { brand: present(saved) };
  };
  route('get', '/brands', {}, (call) =>
    ok(paged(call, 'brands', [...account.brands.values()], { account, present })),
  );
  route('get', '/brands/:id', {}, (call) => ok({ brand: present(brand(call)) }));
  route('post', '/brands', { role: 'admin' }, (call) =>
    created(save(readBrand(deps, newBodyOf(call, 'brand')))),
  );
  route('put', '/brands/:id', { role: 'admin' }, (call) => {
    const known = brand(call);
    return ok(save(readBrand(deps, bodyOf(call, 'brand'), known)));
  });
  route('delete', '/brands/:id', { role: 'admin' }, (call) => {
    const gone = brand(call);
    if (gone.default)
      throw recordInvalid({
        base: [{ description: 'The default brand cannot be deleted', error: 'InvalidValue' }],
      });
    account.brands.delete(gone.id);
    return noContent();
  });
}

/** Reads a brand, new or updated. @throws Fault 422 */
function readBrand({ account }: ApiDeps, body: JsonObject, known?: BrandRecord): BrandRecord {
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  const subdomain = textOf(body.subdomain) ?? known?.subdomain;
  if (!subdomain) throw blank('subdomain', 'Subdomain');
  if ([...account.brands.values()].some((one) => one.subdomain === subdomain && one.id !== known?.id)) {
    const description = `Subdomain: ${subdomain} has already been taken`;
    throw recordInvalid({ subdomain: [{ description, error: 'DuplicateValue' }] });
  }
  const now = account.stamp();
  return {
    id: known?.id ?? account.ids.next(),
    name,
    subdomain,
    active: flagOf(body.active) ?? known?.active ?? true,
    default: known?.default ?? false,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

function localeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const locales = () => allLocales(account.settings.locales);
  for (const path of ['/locales', '/locales/agent', '/locales/public']) {
    route('get', path, { role: 'end-user' }, () =>
      ok({ locales: locales().map((locale) => presentLocale(account, locale.locale)) }),
    );
  }
  route('get', '/locales/current', { role: 'end-user' }, (call) =>
    ok({ locale: presentLocale(account, call.user.locale) }),
  );
  route('get', '/locales/detect_best_locale', { role: 'end-user' }, (call) => {
    const wanted = (call.header('accept-language') ?? '').split(',')[0]?.split(';')[0]?.trim();
    return ok({ locale: presentLocale(account, localeOf(wanted || account.settings.locale).locale) });
  });
  route('get', '/locales/:id', { role: 'end-user' }, (call) => {
    const named = locales().find((locale) => locale.locale.toLowerCase() === call.param('id').toLowerCase());
    return ok({ locale: presentLocale(account, (named ?? found(localeById(call.id('id')))).locale) });
  });
}
