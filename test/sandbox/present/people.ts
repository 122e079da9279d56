import type { Account } from '../account/account.ts';
import type * as records from '../account/records.ts';
import { apiUrl } from './url.ts';

export function presentGroup(account: Account, group: records.GroupRecord): Record<string, unknown> {
  return { url: apiUrl(account, `groups/${group.id}`), ...group };
}

export function presentMembership(
  account: Account,
  membership: records.MembershipRecord,
): Record<string, unknown> {
  return { url: apiUrl(account, `group_memberships/${membership.id}`), ...membership };
}

export function presentOrganization(
  account: Account,
  organization: records.OrganizationRecord,
): Record<string, unknown> {
  return {
    url: apiUrl(account, `organizations/${organization.id}`),
    ...organization,
    shared_tickets: false,
    shared_comments: false,
    organization_fields: {},
  };
}

export function presentBrand(account: Account, brand: records.BrandRecord): Record<string, unknown> {
  return {
    url: apiUrl(account, `brands/${brand.id}`),
    id: brand.id,
    name: brand.name,
    brand_url: brand.default ? account.origin : `https://${brand.subdomain}.zendesk.com`,
    subdomain: brand.subdomain,
    host_mapping: null,
    has_help_center: false,
    help_center_state: 'disabled',
    active: brand.active,
    default: brand.default,
    is_deleted: false,
    logo: null,
    ticket_form_ids: [...account.forms.keys()],
    signature_template: '{{agent.signature}}',
    created_at: brand.created_at,
    updated_at: brand.updated_at,
  };
}
