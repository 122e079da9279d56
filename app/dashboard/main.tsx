import '../jitless.ts';
import { StrictMode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { StyleSheetManager } from 'styled-components';
import { EnvironmentProvider } from '../ui/Environment.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Theme } from '../ui/Theme.tsx';
import { createWhen } from '../ui/when.ts';
import { connectPage } from '../zaf/connect-page.ts';
import type { HostEnvironment, Me } from '../zaf/host.ts';
import type { PageHost } from '../zaf/page-host.ts';
import { hasEnded, isForbidden } from './api/api-error.ts';
import { type Api, createApi } from './api/client.ts';
import { readSession, type Session } from './api/session.ts';
import { BoardProvider } from './BoardContext.tsx';
import { Dashboard } from './Dashboard.tsx';
import { Ended } from './Ended.tsx';
import { createFormat } from './format.ts';
import { type BoardLanguage, loadLanguage } from './language.ts';
import { NotLead } from './NotLead.tsx';
import { AccountNamesProvider, loadAccountNames, loadLabels, NO_NAMES } from './names/account-names.ts';
import { createNames } from './names/names.ts';
import { useCaseRoute } from './route/case-route.ts';

interface AppProps {
  readonly host: PageHost;
  readonly environment: HostEnvironment;
  readonly me: Me;
  readonly session: Session;
  readonly language: BoardLanguage;
}

const clock = (): number => Date.now();

const onPaper = (): MediaQueryList => window.matchMedia('print');

/** Light letters would be lost on paper, where grounds are left out. */
function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = onPaper();
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => onPaper().matches,
  );
}

/** @param api asked for what leads alone may ask; undefined for others */
function useAccountNamesOnce(host: PageHost, api: Api | undefined, language: string) {
  const [names, setNames] = useState(NO_NAMES);
  useEffect(() => {
    const labels = api ? loadLabels(api) : Promise.resolve({});
    // Without them codes are shown, which is better than nothing.
    loadAccountNames(host, { labels, language }).then(setNames, () => setNames(NO_NAMES));
  }, [host, api, language]);
  return names;
}

function App({ host, environment, me, session, language }: AppProps) {
  const [scheme, setScheme] = useState(environment.scheme);
  const [ending, setEnding] = useState<unknown>();
  const printing = usePrinting();
  useCaseRoute(host);
  useEffect(() => host.onScheme(setScheme), [host]);
  const onFailure = useCallback(
    (error: unknown) => {
      if (hasEnded(error) || (isForbidden(error) && session.access === 'lead')) setEnding(error);
    },
    [session.access],
  );
  const value = useMemo(
    () => ({
      host,
      language,
      onFailure,
      userId: me.id,
      userName: me.name,
      nonce: session.nonce,
      api: createApi({ session, fetch: window.fetch.bind(window), now: clock }),
      names: createNames(host),
      when: createWhen(language, environment.zone),
      format: createFormat(language),
    }),
    [host, language, onFailure, session, me, environment.zone],
  );
  const accountNames = useAccountNamesOnce(
    host,
    session.access === 'lead' ? value.api : undefined,
    language.code,
  );
  const shown = session.access === 'lead' ? <Dashboard /> : <NotLead />;
  return (
    <StyleSheetManager {...(session.nonce ? { nonce: session.nonce } : {})}>
      <Theme scheme={printing ? 'light' : scheme}>
        <EnvironmentProvider value={{ language, when: value.when, now: clock }}>
          <LiveRegion>
            <BoardProvider value={value}>
              <AccountNamesProvider value={accountNames}>
                {ending === undefined ? shown : <Ended error={ending} say={language.say} />}
              </AccountNamesProvider>
            </BoardProvider>
          </LiveRegion>
        </EnvironmentProvider>
      </Theme>
    </StyleSheetManager>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const session = readSession(document);
  const host = connectPage();
  const [environment, me] = await Promise.all([host.environment(), host.me()]);
  const language = await loadLanguage(environment.locale);
  document.documentElement.lang = language.code;
  document.title = language.say('page.title');
  createRoot(root).render(
    <StrictMode>
      <App host={host} environment={environment} me={me} session={session} language={language} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) {
  start(root).catch((error: unknown) => {
    // Nothing is known of the reader's language here.
    root.textContent = error instanceof Error ? error.message : String(error);
  });
}
