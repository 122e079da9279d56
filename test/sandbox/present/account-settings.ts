import type { Account } from '../account/account.ts';
import { localeOf } from '../account/locales.ts';
import { hasDynamicContent, hasForms } from '../account/plans.ts';

/** `/account/settings`: the sections of the published description, as far as they say something of this account. */
export function presentSettings(account: Account): Record<string, unknown> {
  const { settings } = account;
  const brand = [...account.brands.values()][0];
  return {
    active_features: {
      allow_ccs: true,
      business_hours: account.schedules.size > 0,
      customer_satisfaction: surveyIsOn(account),
      dynamic_contents: hasDynamicContent(settings.plan),
      light_agents: [...account.customRoles.values()].some((role) => role.role_type === 1),
      on_hold_status: true,
      organization_access_enabled: true,
      rich_content_in_emails: true,
      sandbox: false,
      suspended_ticket_notification: false,
      ticket_forms: hasForms(settings.plan),
      ticket_tagging: settings.tagging,
      user_org_fields: false,
      user_tagging: true,
      voice: false,
    },
    agents: { agent_workspace: true, focus_mode: false, idle_timeout_enabled: false },
    api: { accepted_api_agreement: true, api_password_access_end_users: false, api_token_access: 'false' },
    apps: { create_private: true, create_public: false, use: true },
    brands: { default_brand_id: brand?.id ?? null, require_brand_on_new_tickets: false },
    groups: { check_group_name_uniqueness: false },
    limits: { attachment_size: 52_428_800 },
    localization: { locale_ids: [localeOf(settings.locale).id] },
    lotus: { prefer_lotus: true, reporting: true },
    rule: { macro_most_used: false, macro_order: 'position' },
    side_conversations: { email_channel: false, tickets_channel: false },
    statistics: { forum: false, rule_usage: true, search: true },
    tickets: {
      accepted_new_collaboration_tos: settings.email_ccs,
      agent_collision: true,
      allow_group_reset: true,
      assign_default_organization: true,
      assign_tickets_upon_solve: true,
      auto_translation_enabled: false,
      chat_sla_enablement: false,
      collaboration: true,
      comments_public_by_default: true,
      email_attachments: true,
      follower_and_email_cc_collaborations: settings.email_ccs,
      is_first_comment_private_enabled: true,
      light_agent_email_ccs_allowed: false,
      list_empty_views: true,
      list_newest_comments_first: true,
      markdown_ticket_comments: false,
      maximum_personal_views_to_list: 8,
      private_attachments: false,
      rich_text_comments: true,
      show_modern_ticket_reassignment: false,
      status_hold: true,
      tagging: settings.tagging,
      using_skill_based_routing: false,
    },
    user: {
      agent_created_welcome_emails: true,
      end_user_phone_number_validation: false,
      have_gravatars_enabled: false,
      language_selection: true,
      multiple_organizations: true,
      tagging: true,
      time_zone_selection: true,
    },
  };
}

function surveyIsOn(account: Account): boolean {
  return [...account.automations.values()].some(
    (one) => one.active && one.actions.some(({ field }) => field === 'satisfaction_score'),
  );
}
