import { type Account, isAgent } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import type { UserRecord } from '../account/records.ts';
import { railsZone } from '../account/time-zones.ts';
import { customRoleOf, onlyPrivateComments } from '../users/roles.ts';
import { apiUrl } from './url.ts';

/** A user as agents see it. */
export function presentUser(account: Account, user: UserRecord): Record<string, unknown> {
  const locale = localeOf(user.locale);
  return {
    id: user.id,
    url: apiUrl(account, `users/${user.id}`),
    name: user.name,
    email: user.email,
    created_at: user.created_at,
    updated_at: user.updated_at,
    time_zone: railsZone(user.time_zone),
    iana_time_zone: user.time_zone,
    phone: user.phone,
    shared_phone_number: null,
    photo: null,
    locale_id: locale.id,
    locale: user.locale,
    organization_id: user.organization_id,
    role: user.role,
    verified: user.verified,
    external_id: user.external_id,
    tags: user.tags,
    alias: null,
    active: user.active,
    shared: false,
    shared_agent: false,
    last_login_at: user.last_login_at ?? null,
    two_factor_auth_enabled: false,
    signature: null,
    details: user.details,
    notes: user.notes,
    role_type: isAgent(user)
      ? (customRoleOf(account, user)?.role_type ?? (user.role === 'admin' ? 4 : 0))
      : null,
    custom_role_id: user.custom_role_id,
    moderator: isAgent(user),
    ticket_restriction: isAgent(user) ? null : 'requested',
    only_private_comments: isAgent(user) && onlyPrivateComments(account, user),
    restricted_agent: user.role !== 'admin',
    suspended: user.suspended,
    default_group_id: user.default_group_id,
    report_csv: false,
    user_fields: {},
  };
}

/** What `/users/me` answers to nobody: 200, which is why it is no check of credentials. */
export function anonymousUser(account: Account): Record<string, unknown> {
  return {
    id: null,
    url: `${account.origin}/api/v2/users/.json`,
    name: 'Anonymous user',
    email: 'invalid@example.com',
    created_at: null,
    updated_at: null,
    time_zone: railsZone(account.settings.timezone),
    iana_time_zone: account.settings.timezone,
    phone: null,
    photo: null,
    locale_id: localeOf(account.settings.locale).id,
    locale: account.settings.locale,
    organization_id: null,
    role: 'end-user',
    verified: false,
    authenticity_token: null,
  };
}
