import { listStrings } from './list-strings.ts';
import { ticketStrings } from './ticket-strings.ts';

/** The workspace's own words, each in English and German. `{x}` is filled in. */
export const strings = {
  ...ticketStrings,
  ...listStrings,
  views: ['Views', 'Ansichten'],
  allOpen: ['Open tickets', 'Offene Tickets'],
  ticketTabs: ['Ticket tabs', 'Ticket-Tabs'],
  navigation: ['Main navigation', 'Hauptnavigation'],
  sandbox: ['Sandbox', 'Sandbox'],
  tickets: ['{n} tickets', '{n} Tickets'],
  oneTicket: ['1 ticket', '1 Ticket'],
  ticket: ['Ticket', 'Ticket'],
  ticketNumber: ['Ticket #{id}', 'Ticket #{id}'],
  closeTab: ['Close ticket #{id}', 'Ticket #{id} schließen'],
  subject: ['Subject', 'Betreff'],
  requester: ['Requester', 'Anfragender'],
  assignee: ['Assignee', 'Mitarbeiter'],
  group: ['Group', 'Gruppe'],
  tags: ['Tags', 'Stichwörter'],
  addTag: ['Add tag', 'Stichwort hinzufügen'],
  removeTag: ['Remove tag {tag}', 'Stichwort {tag} entfernen'],
  type: ['Type', 'Typ'],
  priority: ['Priority', 'Priorität'],
  status: ['Status', 'Status'],
  updated: ['Updated', 'Aktualisiert'],
  requested: ['Requested', 'Angefragt'],
  none: ['–', '–'],
  properties: ['Ticket properties', 'Ticket-Eigenschaften'],
  conversation: ['Conversation', 'Konversation'],
  events: ['Events', 'Ereignisse'],
  publicReply: ['Public reply', 'Öffentliche Antwort'],
  internalNote: ['Internal note', 'Interne Notiz'],
  internal: ['Internal', 'Intern'],
  publicReplyBy: ['Public reply by {name}', 'Öffentliche Antwort von {name}'],
  internalNoteBy: ['Internal note by {name}', 'Interne Notiz von {name}'],
  writeTo: ['To', 'An'],
  placeholderPublic: ['Write a reply to {name}', 'Antwort an {name} schreiben'],
  placeholderInternal: ['Write a note only your team can see', 'Notiz schreiben, die nur Ihr Team sieht'],
  applyMacro: ['Apply macro', 'Makro anwenden'],
  noMacros: ['No macros', 'Keine Makros'],
  submitAs: ['Submit as {status}', 'Als {status} einreichen'],
  otherStatuses: ['Submit with another status', 'Mit anderem Status einreichen'],
  apps: ['Apps', 'Apps'],
  reloadApps: ['Reload all apps', 'Alle Apps neu laden'],
  hideApps: ['Hide apps', 'Apps ausblenden'],
  showApps: ['Show apps', 'Apps einblenden'],
  noApps: ['No apps are installed.', 'Keine Apps installiert.'],
  close: ['Close', 'Schließen'],
  darkMode: ['Dark colours', 'Dunkle Farben'],
  lightMode: ['Light colours', 'Helle Farben'],
  signedInAs: ['Signed in as {name}', 'Angemeldet als {name}'],
  language: ['Language', 'Sprache'],
  switchUser: ['Work as', 'Arbeiten als'],
  clock: ['Sandbox clock', 'Sandbox-Uhr'],
  clockHint: [
    'Moves time for the account, its apps and every service that follows it. It only goes forward.',
    'Stellt die Zeit für das Konto, seine Apps und alle angeschlossenen Dienste. Nur vorwärts.',
  ],
  plusHour: ['+1 hour', '+1 Stunde'],
  plusDay: ['+1 day', '+1 Tag'],
  plusWorkingDay: ['+1 working day', '+1 Arbeitstag'],
  setClockTo: ['Set to', 'Stellen auf'],
  setClock: ['Set clock', 'Uhr stellen'],
  closedTicket: [
    'This ticket is closed. It can no longer be changed.',
    'Dieses Ticket ist geschlossen und nicht mehr änderbar.',
  ],
  notSaved: ['The ticket was not saved', 'Das Ticket wurde nicht gespeichert'],
  saved: ['Ticket #{id} updated', 'Ticket #{id} aktualisiert'],
  noTicket: ['Ticket #{id} could not be opened', 'Ticket #{id} konnte nicht geöffnet werden'],
  loading: ['Loading', 'Wird geladen'],
  emptyView: ['No tickets in this view', 'Keine Tickets in dieser Ansicht'],
  mails: ['Sent mail', 'Gesendete E-Mails'],
  deliveries: ['Webhook deliveries', 'Webhook-Zustellungen'],
  requests: ['API requests', 'API-Anfragen'],
  nothingYet: ['Nothing yet', 'Noch nichts'],
  refresh: ['Refresh', 'Aktualisieren'],
  via: ['via {channel}', 'über {channel}'],
  bold: ['Bold', 'Fett'],
  italic: ['Italic', 'Kursiv'],
  list: ['Bulleted list', 'Aufzählung'],
  numbered: ['Numbered list', 'Nummerierte Liste'],
  status_new: ['New', 'Neu'],
  status_open: ['Open', 'Offen'],
  status_pending: ['Pending', 'Wartend'],
  status_hold: ['On-hold', 'Angehalten'],
  status_solved: ['Solved', 'Gelöst'],
  status_closed: ['Closed', 'Geschlossen'],
  type_question: ['Question', 'Frage'],
  type_incident: ['Incident', 'Vorfall'],
  type_problem: ['Problem', 'Problem'],
  type_task: ['Task', 'Aufgabe'],
  priority_low: ['Low', 'Niedrig'],
  priority_normal: ['Normal', 'Normal'],
  priority_high: ['High', 'Hoch'],
  priority_urgent: ['Urgent', 'Dringend'],
  channel_web: ['web form', 'Webformular'],
  channel_email: ['email', 'E-Mail'],
  channel_phone: ['phone call', 'Anruf'],
  channel_voice: ['phone call', 'Anruf'],
  channel_api: ['API', 'API'],
  channel_rule: ['rule', 'Regel'],
  channel_system: ['system', 'System'],
  channel_mail: ['email', 'E-Mail'],
  channel_chat: ['chat', 'Chat'],
  mailTo: ['To {to}', 'An {to}'],
  attempt: ['{n} attempts', '{n} Versuche'],
} as const satisfies Record<string, readonly [string, string]>;

export type StringKey = keyof typeof strings;

const known = new Map(Object.entries(strings));

/** Looks up words in one language. */
export interface Words {
  locale: string;
  t(key: StringKey, fill?: Record<string, string | number>): string;
  /** A word for a value such as a status; the value itself where there is none. */
  value(kind: 'status' | 'type' | 'priority' | 'channel', value: string): string;
}

export function createWords(locale: string): Words {
  const column = locale.toLowerCase().startsWith('de') ? 1 : 0;
  return {
    locale,
    t: (key, fill = {}) =>
      strings[key][column].replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole)),
    value: (kind, value) => known.get(`${kind}_${value}`)?.[column] ?? value,
  };
}
