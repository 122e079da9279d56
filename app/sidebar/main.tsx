import '../jitless.ts';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createLaterService } from '../service/later-service.ts';
import { EnvironmentProvider } from '../ui/Environment.tsx';
import { KeptPlace } from '../ui/KeptPlace.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { type LoadedLanguage, loadLanguage } from '../ui/language.ts';
import { dropOldStored } from '../ui/stored.ts';
import { Theme } from '../ui/Theme.tsx';
import { createWhen } from '../ui/when.ts';
import { type Account, createAccount } from '../zaf/account.ts';
import { connect } from '../zaf/connect.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import { NewTicket } from './later-parts.tsx';
import { loadSoon } from './load-soon.ts';
import { Sidebar, type SidebarProps } from './Sidebar.tsx';
import { askEarly } from './use-ticket.ts';

interface AppProps {
  readonly host: Host;
  /** Undefined beside a ticket that is being written. */
  readonly ticketId: number | undefined;
  readonly environment: HostEnvironment;
  readonly language: LoadedLanguage;
  readonly account: Account;
  readonly early: SidebarProps['early'];
}

const clock = (): number => Date.now();

/** One while the page lives. */
function useService(host: Host, { serviceUrl, account }: HostEnvironment) {
  return useMemo(
    () =>
      createLaterService(async () => (await loadSoon()).createService({ host, clock, serviceUrl, account })),
    [host, serviceUrl, account],
  );
}

function App({ host, ticketId, environment, language: { language, loadRest }, account, early }: AppProps) {
  const { zone, company } = environment;
  const [scheme, setScheme] = useState(environment.scheme);
  const service = useService(host, environment);
  useEffect(() => host.onScheme(setScheme), [host]);
  const value = useMemo(() => {
    document.documentElement.lang = language.code;
    return {
      language,
      when: createWhen(language, zone),
      now: clock,
      loadTexts: loadRest,
      ...(company ? { company } : {}),
    };
  }, [language, loadRest, zone, company]);
  const given = { host, environment, service, account };
  return (
    <Theme scheme={scheme}>
      <EnvironmentProvider value={value}>
        <KeptPlace account={environment.account} ticketId={ticketId}>
          <LiveRegion>
            {ticketId === undefined ? (
              <NewTicket {...given} />
            ) : (
              <Sidebar {...given} ticketId={ticketId} {...(early ? { early } : {})} />
            )}
          </LiveRegion>
        </KeptPlace>
      </EnvironmentProvider>
    </Theme>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const host = connect();
  const account = createAccount(host);
  // Asked for before it is known in which language to show it.
  account.fields().catch(() => {});
  const asked = host
    .ticketId()
    .then((id) => ({ id, early: id === undefined ? undefined : askEarly(host, id) }));
  const environment = await host.environment();
  const [{ id: ticketId, early }, language] = await Promise.all([asked, loadLanguage(environment.locale)]);
  dropOldStored(clock());
  createRoot(root).render(
    <StrictMode>
      <App
        host={host}
        ticketId={ticketId}
        environment={environment}
        language={language}
        account={account}
        early={early}
      />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) {
  start(root).catch((error: unknown) => {
    // Nothing is known of the agent's language here.
    root.textContent = error instanceof Error ? error.message : String(error);
  });
}
