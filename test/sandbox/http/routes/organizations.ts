import { allLocales, localeById } from '../../account/locales.ts';
import { idsOf } from '../../json.ts';
import { presentBrand, presentOrganization } from '../../present/people.ts';
import { presentLocale } from '../../present/rules.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { ok, type Route } from '../route.ts';

/** `/organizations`: reading. Creating and merging belong here once they are needed. */
export function organizationRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const rule = { scope: 'organizations' };
  const present = {
    account,
    present: (o: Parameters<typeof presentOrganization>[1]) => presentOrganization(account, o),
  };
  route('get', '/organizations', rule, (call) =>
    ok(paged(call, 'organizations', [...account.organizations.values()], present)),
  );
  route('get', '/organizations/show_many', rule, (call) =>
    ok(
      paged(
        call,
        'organizations',
        idsOf(call.query.ids).flatMap((id) => account.organizations.get(id) ?? []),
        present,
      ),
    ),
  );
  route('get', '/organizations/:id', rule, (call) =>
    ok({ organization: presentOrganization(account, found(account.organizations.get(call.id('id')))) }),
  );
}

/** `/brands` and `/locales`. */
export function accountRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const brands = () => [...account.brands.values()];
  route('get', '/brands', {}, (call) =>
    ok(paged(call, 'brands', brands(), { account, present: (brand) => presentBrand(account, brand) })),
  );
  route('get', '/brands/:id', {}, (call) =>
    ok({ brand: presentBrand(account, found(account.brands.get(call.id('id')))) }),
  );
  for (const path of ['/locales', '/locales/agent', '/locales/public']) {
    route('get', path, { role: 'end-user' }, () =>
      ok({ locales: allLocales().map((locale) => presentLocale(account, locale.locale)) }),
    );
  }
  route('get', '/locales/current', { role: 'end-user' }, (call) =>
    ok({ locale: presentLocale(account, call.user.locale) }),
  );
  route('get', '/locales/:id', { role: 'end-user' }, (call) => {
    const named = allLocales().find(
      (locale) => locale.locale.toLowerCase() === call.param('id').toLowerCase(),
    );
    return ok({ locale: presentLocale(account, (named ?? found(localeById(call.id('id')))).locale) });
  });
  route('get', '/account/settings', {}, () =>
    ok({
      settings: {
        localization: { locale_ids: allLocales().map((locale) => locale.id) },
        tickets: { email_ccs: account.settings.email_ccs, tagging: true },
        limits: { attachment_size: 52_428_800 },
      },
    }),
  );
}
