import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { EnvironmentProvider } from '../ui/Environment.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { languageFor } from '../ui/language.ts';
import { Theme } from '../ui/Theme.tsx';
import { createWhen } from '../ui/when.ts';
import { connect } from '../zaf/connect.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import { Sidebar } from './Sidebar.tsx';

interface AppProps {
  readonly host: Host;
  readonly ticketId: number;
  readonly environment: HostEnvironment;
}

const clock = (): number => Date.now();

function App({ host, ticketId, environment }: AppProps) {
  const { locale, zone, company } = environment;
  const [scheme, setScheme] = useState(environment.scheme);
  useEffect(() => host.onScheme(setScheme), [host]);
  const value = useMemo(() => {
    const language = languageFor(locale);
    document.documentElement.lang = language.code;
    return { language, when: createWhen(language, zone), now: clock, ...(company ? { company } : {}) };
  }, [locale, zone, company]);
  return (
    <Theme scheme={scheme}>
      <EnvironmentProvider value={value}>
        <LiveRegion>
          <Sidebar host={host} ticketId={ticketId} />
        </LiveRegion>
      </EnvironmentProvider>
    </Theme>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const host = connect();
  const [environment, ticketId] = await Promise.all([host.environment(), host.ticketId()]);
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
