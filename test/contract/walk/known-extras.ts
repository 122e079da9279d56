/**
 * Properties that real replies carry and the description doesn't name: a pattern of `NearestNamedSchema.way.to.it`, and
 * why. Nothing belongs here that Zendesk's own pages or real replies don't show.
 */
export const KNOWN_EXTRAS: readonly { name: RegExp; why: string }[] = [
  {
    name: /^\w+\.events\[\]\.\w+$/,
    why: 'the description of audits leaves most properties of events out; `audit-events.ts` writes them down by type',
  },
  {
    name: /^TicketResponse\.audit$/,
    why: 'the reply to a ticket that was created shows its audit, as to an update',
  },
  {
    name: /^AttachmentUploadResponse\.upload\.expires_at$/,
    why: 'public clients read it (ZendeskUpload.ExpiresAt)',
  },
  { name: /^(Automation|View)Object\.url$/, why: 'every record has its address; public clients read it' },
  { name: /^ViewObject\.raw_title$/, why: 'as all rules have, dynamic content not rendered' },
  { name: /^CustomFieldOptionObject\.default$/, why: 'public clients read it' },
  {
    name: /^ViewResponse\.(users|groups|organizations)$/,
    why: '[?] the people of the rows, as sideloads elsewhere',
  },
  {
    name: /^TicketMetricEventBaseObject\.(child_events|timestamp|created_at|updater_id|via|system|metadata|event_type)$/,
    why: 'the description refers ticket events to another schema; these are on the page about incremental exports',
  },
  {
    name: /^TriggerConditionDefinitionObjectAny\.values$/,
    why: 'named for the conditions of `all`, and the same conditions stand under `any`',
  },
];
