/**
 * Properties that the description names and no reply of the sandbox holds: a pattern of `Schema.property`, and why.
 * A client that needs one of these will miss it, so they are told in docs/sandbox.md too.
 */
export const KNOWN_ABSENT: readonly { name: RegExp; why: string }[] = [
  {
    name: /^AccountSettings\w+\.\w+$/,
    why: 'settings of products and plans that are not simulated; those that tickets depend on are there',
  },
  {
    name: /^CustomRoleConfigurationObject\.\w+$/,
    why: 'permissions for parts of Zendesk that are not simulated; those about tickets are there and hold',
  },
  {
    name: /^TicketCommentObject\.(add_short_url|channel_back|channel_source_id|translate_to|uploads)$/,
    why: 'taken in requests; replies of real accounts do not carry them either',
  },
  { name: /^TicketObject\.comment$/, why: 'taken in requests only' },
  {
    name: /^TicketObject\.(satisfaction_probability|support_type)$/,
    why: 'predicted satisfaction and AI agents are not simulated',
  },
  {
    name: /^MacroObject\.(app_installation|categories|permissions|usage_(1h|24h|7d|30d))$/,
    why: 'come along with `include`, which macros do not offer here',
  },
  { name: /^TriggerObject\.(all|any)$/, why: 'the deprecated form of conditions' },
  { name: /^(TriggerObject\.brand_id|BrandObject\.user_separation)$/, why: 'brands share everything here' },
  { name: /^UserIdentityObject\.(brand_id|ownership)$/, why: 'only where brands keep their users apart' },
  {
    name: /^SatisfactionRatingObject\.(reason|reason_code|reason_id)$/,
    why: 'reasons of bad ratings have to be switched on, and are not simulated',
  },
  {
    name: /^TicketFieldObject\.(agent_can_edit|creator_app_name|creator_user_id|custom_statuses|relationship_\w+)$/,
    why: 'who made a field is not kept, there is no field of type custom_status, and lookup fields are not simulated',
  },
  { name: /^CustomFieldOptionObject\.(allow_solving|position|url)$/, why: 'options are told in their order' },
  {
    name: /^OAuthClientObject\.(company|logo_url|redirect_uri|description|created_at|updated_at)$/,
    why: 'for clients that ask users for consent, which are not simulated',
  },
  {
    name: /^TicketMetricEventBaseObject\.\w+$/,
    why: 'the description refers ticket events to this schema, whose events are others',
  },
];
