import type { FailureCode } from './failure-classes.ts';

/** What a person must do about a look that failed, in the languages of the product. */
export interface Advice {
  readonly en: string;
  readonly de: string;
}

/** By code: one sentence on what it is, one on what to do. */
export const FAILURE_ADVICE: Readonly<Record<FailureCode, Advice>> = {
  rate_limited: {
    en: "Zendesk's rate limit has been used up for a long time. Find out in Admin Center which integration uses it, or raise RATE_SHARE; the ticket is tried again by itself.",
    de: 'Das Anfragelimit von Zendesk ist seit langem ausgeschöpft. Im Admin Center nachsehen, welche Integration es verbraucht, oder RATE_SHARE erhöhen; das Ticket wird von selbst wieder versucht.',
  },
  unavailable: {
    en: "Zendesk has not been answering for a long time. See Zendesk's status page and this machine's network; the ticket is tried again by itself.",
    de: 'Zendesk antwortet seit langem nicht. Die Statusseite von Zendesk und das Netz dieses Rechners prüfen; das Ticket wird von selbst wieder versucht.',
  },
  timed_out: {
    en: "Zendesk takes too long over this ticket, again and again. Check by hand what is due on it, and see Zendesk's status page; it is tried again by itself.",
    de: 'Zendesk braucht für dieses Ticket immer wieder zu lange. Fälliges von Hand prüfen und die Statusseite von Zendesk ansehen; es wird von selbst wieder versucht.',
  },
  lost: {
    en: "The connection to Zendesk keeps breaking. Check by hand what is due on the ticket, and this machine's network and proxy; it is tried again by itself.",
    de: 'Die Verbindung zu Zendesk bricht immer wieder ab. Fälliges von Hand prüfen, dazu Netz und Proxy dieses Rechners; es wird von selbst wieder versucht.',
  },
  conflict: {
    en: 'The ticket is changed so often that no update gets in between. Find the integration or the trigger that keeps changing it; it is tried again by itself.',
    de: 'Das Ticket wird so oft geändert, dass kein Update dazwischen passt. Die Integration oder den Auslöser finden, der es ständig ändert; es wird von selbst wieder versucht.',
  },
  unauthorized: {
    en: "Zendesk refuses the service's OAuth client. Check that the client and its user are active, and ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET; nothing is done on any ticket until then.",
    de: 'Zendesk weist den OAuth-Client des Dienstes ab. Prüfen, ob Client und Benutzer aktiv sind, dazu ZENDESK_CLIENT_ID und ZENDESK_CLIENT_SECRET; bis dahin geschieht bei keinem Ticket etwas.',
  },
  forbidden: {
    en: "The service's user may not read or change this ticket. Check its role, its groups and brands and the scopes of the OAuth client; until then do by hand what is due, then retry.",
    de: 'Der Benutzer des Dienstes darf dieses Ticket nicht lesen oder ändern. Rolle, Gruppen und Marken sowie die Rechte des OAuth-Clients prüfen; Fälliges bis dahin von Hand erledigen, dann erneut versuchen.',
  },
  not_found: {
    en: 'Something that the ticket needs is gone: its requester, an agent or an object of the account. Run "npm run provision -- plan" to see what is missing, then retry.',
    de: 'Etwas, was das Ticket braucht, fehlt: Anfragender, Agent oder ein Objekt des Kontos. Mit „npm run provision -- plan“ nachsehen, was fehlt, dann erneut versuchen.',
  },
  invalid: {
    en: 'Zendesk refuses the update: a required field, a missing option or a rule of the account is in the way. Open the ticket, fill in what it asks for and do by hand what is due, then retry.',
    de: 'Zendesk lehnt das Update ab: Ein Pflichtfeld, eine fehlende Option oder eine Regel des Kontos steht im Weg. Das Ticket öffnen, Verlangtes ausfüllen, Fälliges von Hand erledigen, dann erneut versuchen.',
  },
  malformed: {
    en: 'Zendesk answers with something that can not be read. Check ZENDESK_URL and whether a proxy stands between; do by hand what is due, and tell whoever runs the service.',
    de: 'Die Antwort von Zendesk ist nicht lesbar. ZENDESK_URL prüfen und ob ein Proxy dazwischen steht; Fälliges von Hand erledigen und dem Betreiber des Dienstes Bescheid geben.',
  },
  database: {
    en: "The service's database can not be written. Check that Postgres is up and has room on its disk; the ticket is tried again by itself.",
    de: 'In die Datenbank des Dienstes kann nicht geschrieben werden. Prüfen, ob Postgres läuft und Platz auf der Platte ist; das Ticket wird von selbst wieder versucht.',
  },
  calendar_coverage: {
    en: 'A date lies beyond the calendar, and dates are never guessed. Update the service or the schedule with the holidays of the years to come, then retry.',
    de: 'Ein Datum liegt außerhalb des Kalenders, und Termine werden nie geraten. Den Dienst oder den Zeitplan um die Feiertage der kommenden Jahre ergänzen, dann erneut versuchen.',
  },
  internal: {
    en: 'The service has a fault that shows on this ticket. Do by hand what is due, and send the log lines of the ticket to whoever maintains the service.',
    de: 'Der Dienst hat einen Fehler, der sich bei diesem Ticket zeigt. Fälliges von Hand erledigen und die Logzeilen des Tickets an den Betreuer des Dienstes schicken.',
  },
};

/** The advice for a code as the ledger keeps it; that of a fault of the program for one that nobody knows. */
export function failureAdvice(code: string): Advice {
  return Object.entries(FAILURE_ADVICE).find(([known]) => known === code)?.[1] ?? FAILURE_ADVICE.internal;
}
