import type { AuditEvent, AuditRecord } from '../account/records.ts';

/** Words for channels, as ticket events print them. */
const VIA_NAMES: Readonly<Record<string, string>> = {
  web: 'Web form',
  email: 'Mail',
  api: 'Web service',
  rule: 'Rule',
  voice: 'Phone call (incoming)',
  native_messaging: 'Messaging',
};

/**
 * An audit as `/incremental/ticket_events` prints it: an `Audit` with the updates as `child_events`, each naming
 * the attribute it set as a property of its own.
 * @param withComments `include=comment_events`: comments come whole, else only that there was one
 */
export function ticketEvent(audit: AuditRecord, withComments: boolean): Record<string, unknown> {
  return {
    child_events: audit.events.map((event) => childEvent(audit, event, withComments)),
    id: audit.id,
    ticket_id: audit.ticket_id,
    timestamp: Math.floor(Date.parse(audit.created_at) / 1000),
    created_at: audit.created_at,
    updater_id: audit.author_id,
    via: viaName(audit.via.channel),
    system: audit.metadata.system,
    metadata: audit.metadata.custom,
    event_type: 'Audit',
  };
}

function childEvent(audit: AuditRecord, event: AuditEvent, withComments: boolean): Record<string, unknown> {
  const base = { id: event.id, via: viaName((event.via ?? audit.via).channel), via_reference_id: null };
  if (event.type === 'Comment' || event.type === 'VoiceComment') {
    if (withComments) return { ...event, ...base, created_at: audit.created_at, event_type: event.type };
    const isPublic = event.public === true;
    return { ...base, comment_present: true, comment_public: isPublic, event_type: event.type };
  }
  if (event.type !== 'Create' && event.type !== 'Change')
    return { ...event, ...base, event_type: event.type };
  const name = String(event.field_name);
  const change = { ...base, [name]: event.value, ...tagChange(name, event), event_type: event.type };
  if (event.type === 'Create') return change;
  return { ...change, previous_value: event.previous_value };
}

function tagChange(name: string, event: AuditEvent): Record<string, unknown> {
  if (name !== 'tags') return {};
  const now = wordsIn(event.value);
  const before = wordsIn(event.previous_value);
  return {
    added_tags: now.filter((tag) => !before.includes(tag)),
    removed_tags: before.filter((tag) => !now.includes(tag)),
  };
}

const wordsIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

const viaName = (channel: string) => VIA_NAMES[channel] ?? channel;
