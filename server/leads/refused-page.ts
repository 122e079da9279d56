import type { NoAccessWhy } from './access.ts';
import type { PageTokenFault } from './page-token.ts';
import type { WordsLanguage, WordsPage } from './words-page.ts';

/** Why somebody gets a page of words instead of the dashboard. */
export type RefusedPage =
  | PageTokenFault
  | NoAccessWhy
  | 'not_opened_by_zendesk'
  | 'malformed_request'
  | 'app_api_off'
  | 'not_built'
  | 'unavailable';

const AGAIN = 'Open Complaint Clock in Zendesk again.';
const NEU = 'Bitte Complaint Clock in Zendesk neu öffnen.';

const PAGES: Readonly<Record<RefusedPage, readonly [status: number, en: string, de: string]>> = {
  not_opened_by_zendesk: [
    405,
    'This page is opened by Zendesk: choose Complaint Clock on the left of Zendesk.',
    'Diese Seite wird von Zendesk geöffnet: Bitte links in Zendesk Complaint Clock wählen.',
  ],
  malformed_request: [
    400,
    `Zendesk's form could not be read. ${AGAIN}`,
    `Das Formular von Zendesk war nicht lesbar. ${NEU}`,
  ],
  token_missing: [
    401,
    'Zendesk has not said who you are. In the manifest of the app "nav_bar" must be "signed": install the present package.',
    'Zendesk hat nicht gesagt, wer Sie sind. Im Manifest der App muss "nav_bar" "signed" sein: Bitte das aktuelle Paket installieren.',
  ],
  token_invalid: [
    401,
    `What says who you are was not signed by Zendesk for this app. ${AGAIN}`,
    `Was sagt, wer Sie sind, hat Zendesk nicht für diese App unterschrieben. ${NEU}`,
  ],
  token_expired: [
    401,
    `It took too long to open the page. ${AGAIN}`,
    `Das Öffnen der Seite hat zu lange gedauert. ${NEU}`,
  ],
  token_not_yet_valid: [
    401,
    'The clock of the service is behind that of Zendesk: have it set.',
    'Die Uhr des Dienstes geht gegenüber Zendesk nach: Bitte stellen lassen.',
  ],
  token_used: [
    401,
    `The page was opened with this already. ${AGAIN}`,
    `Die Seite wurde damit schon einmal geöffnet. ${NEU}`,
  ],
  wrong_account: [
    403,
    'This service belongs to another Zendesk account.',
    'Dieser Dienst gehört zu einem anderen Zendesk-Konto.',
  ],
  wrong_app: [
    403,
    'The app that opened this page does not belong to this service. In its settings "Address of the service" must be the address of this one.',
    'Die App, die diese Seite geöffnet hat, gehört nicht zu diesem Dienst. In ihren Einstellungen muss als Adresse des Dienstes die dieses Dienstes stehen.',
  ],
  unknown_user: [403, 'Zendesk does not know you.', 'Zendesk kennt Sie nicht.'],
  end_user: [
    403,
    'Only staff of the Zendesk account see complaints here.',
    'Beschwerden sieht hier nur das Team des Zendesk-Kontos.',
  ],
  inactive: [
    403,
    'Your user in Zendesk is not active any more.',
    'Ihr Benutzerkonto in Zendesk ist nicht mehr aktiv.',
  ],
  suspended: [403, 'Your user in Zendesk is suspended.', 'Ihr Benutzerkonto in Zendesk ist gesperrt.'],
  light_agent: [
    403,
    'Light agents do not see this page. Ask a team lead for what you need of it.',
    'Light Agents sehen diese Seite nicht. Bitte eine Teamleitung nach dem fragen, was Sie daraus brauchen.',
  ],
  app_api_off: [
    503,
    'The service has no secret of the app: set APP_SHARED_SECRET, and the same in the settings of the app.',
    'Der Dienst hat kein Geheimnis der App: Bitte APP_SHARED_SECRET setzen, und dasselbe in den Einstellungen der App.',
  ],
  not_built: [
    503,
    'The page is not there: run "npm run build" where the service is, and open it again.',
    'Die Seite ist nicht da: Bitte beim Dienst "npm run build" ausführen und sie neu öffnen.',
  ],
  unavailable: [
    503,
    `Zendesk or the database could not be asked. ${AGAIN}`,
    `Zendesk oder die Datenbank war nicht zu erreichen. ${NEU}`,
  ],
};

/** A page of words and nothing else: no script, no text from outside. */
export function refusedPage(why: RefusedPage, language: WordsLanguage): WordsPage {
  const [status, en, de] = PAGES[why];
  return { status, code: why, language, text: language === 'de' ? de : en };
}
