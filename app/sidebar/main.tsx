import '../jitless.ts';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createService } from '../service/service.ts';
import { EnvironmentProvider } from '../ui/Environment.tsx';
import { KeptPlace } from '../ui/KeptPlace.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { languageFor } from '../ui/language.ts';
import { dropOldStored } from '../ui/stored.ts';
import { Theme } from '../ui/Theme.tsx';
import { createWhen } from '../ui/when.ts';
import { createAccount } from '../zaf/account.ts';
import { connect } from '../zaf/connect.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import { NewTicket } from './NewTicket.tsx';
import { Sidebar } from './Sidebar.tsx';

interface AppProps {
  readonly host: Host;
  /** Undefined beside a ticket that is being written. */
  readonly ticketId: number | undefined;
  readonly environment: HostEnvironment;
}

const clock = (): number => Date.now();

/** What the page speaks with: one of each while it lives. */
function usePartners(host: Host, { serviceUrl, account: subdomain }: HostEnvironment) {
  return useMemo(
    () => ({
      account: createAccount(host),
      service: createService({ host, clock, serviceUrl, account: subdomain }),
    }),
    [host, serviceUrl, subdomain],
  );
}

function App({ host, ticketId, environment }: AppProps) {
  const { locale, zone, company } = environment;
  const [scheme, setScheme] = useState(environment.scheme);
  const partners = usePartners(host, environment);
  useEffect(() => host.onScheme(setScheme), [host]);
  const value = useMemo(() => {
    const language = languageFor(locale);
    document.documentElement.lang = language.code;
    return { language, when: createWhen(language, zone), now: clock, ...(company ? { company } : {}) };
  }, [locale, zone, company]);
  const given = { host, environment, ...partners };
  return (
    <Theme scheme={scheme}>
      <EnvironmentProvider value={value}>
        <KeptPlace account={environment.account} ticketId={ticketId}>
          <LiveRegion>
            {ticketId === undefined ? <NewTicket {...given} /> : <Sidebar {...given} ticketId={ticketId} />}
          </LiveRegion>
        </KeptPlace>
      </EnvironmentProvider>
    </Theme>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const host = connect();
  const [environment, ticketId] = await Promise.all([host.environment(), host.ticketId()]);
  dropOldStored(clock());
  createRoot(root).render(
    <StrictMode>
      <App host={host} ticketId={ticketId} environment={environment} />
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
