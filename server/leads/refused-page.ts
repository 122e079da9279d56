import type { NoAccessWhy } from './access.ts';
import type { PageTokenFault } from './page-token.ts';

/** Why somebody gets a page of words instead of the dashboard. */
export type RefusedPage =
  | PageTokenFault
  | NoAccessWhy
  | 'not_opened_by_zendesk'
  | 'malformed_request'
  | 'app_api_off'
  | 'not_built'
  | 'unavailable';

const OPEN_AGAIN = 'Open Complaint Clock in Zendesk again.';

const PAGES: Readonly<Record<RefusedPage, readonly [status: number, text: string]>> = {
  not_opened_by_zendesk: [
    405,
    'This page is opened by Zendesk: choose Complaint Clock on the left of Zendesk.',
  ],
  malformed_request: [400, `Zendesk's form could not be read. ${OPEN_AGAIN}`],
  token_missing: [
    401,
    'Zendesk has not said who you are. In the manifest of the app "nav_bar" must be "signed": install the present package.',
  ],
  token_invalid: [401, `What says who you are was not signed by Zendesk for this app. ${OPEN_AGAIN}`],
  token_expired: [401, `It took too long to open the page. ${OPEN_AGAIN}`],
  token_not_yet_valid: [401, 'The clock of the service is behind that of Zendesk: have it set.'],
  token_used: [401, `The page was opened with this already. ${OPEN_AGAIN}`],
  wrong_account: [403, 'This service belongs to another Zendesk account.'],
  wrong_app: [
    403,
    'The app that opened this page does not belong to this service. In its settings "Address of the service" must be the address of this one.',
  ],
  unknown_user: [403, 'Zendesk does not know you.'],
  end_user: [403, 'Only staff of the Zendesk account see complaints here.'],
  inactive: [403, 'Your user in Zendesk is not active any more.'],
  suspended: [403, 'Your user in Zendesk is suspended.'],
  light_agent: [403, 'Light agents do not see this page. Ask a team lead for what you need of it.'],
  app_api_off: [
    503,
    'The service has no secret of the app: set APP_SHARED_SECRET, and the same in the settings of the app.',
  ],
  not_built: [503, 'The page is not there: run "npm run build" where the service is, and open it again.'],
  unavailable: [503, `Zendesk or the database could not be asked. ${OPEN_AGAIN}`],
};

/** A page of words and nothing else: no script, no text from outside. */
export function refusedPage(why: RefusedPage): { readonly status: number; readonly html: string } {
  const [status, text] = PAGES[why];
  const html = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Complaint Clock</title></head>
  <body data-code="${why}"><h1>Complaint Clock</h1><p>${text.replaceAll('"', '&quot;')}</p></body>
</html>
`;
  return { status, html };
}
