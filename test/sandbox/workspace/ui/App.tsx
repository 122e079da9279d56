import { ToastProvider } from '@zendeskgarden/react-notifications';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { useEffect, useMemo } from 'react';
import styled, { createGlobalStyle } from 'styled-components';
import { useStore } from '../state/store.ts';
import { useDirectory, useWorkspace } from '../state/workspace.ts';
import { AppFrame } from './AppFrame.tsx';
import { color } from './color.ts';
import { ModalLayer } from './ModalLayer.tsx';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';
import { SandboxPage } from './SandboxPage.tsx';
import { TicketScreen } from './TicketScreen.tsx';
import { TopBar } from './TopBar.tsx';
import { ViewPage } from './ViewPage.tsx';

const GlobalStyle = createGlobalStyle<object>`
  *, *::before, *::after { box-sizing: border-box; }

  body {
    margin: 0;
    background: ${color('background.default')};
    color: ${color('foreground.default')};
    color-scheme: ${({ theme }) => theme.colors.base};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: 14px;
    line-height: 20px;
  }
`;

const Layout = styled.div`
  display: flex;
  height: 100vh;
`;

const Column = styled.div`
  display: flex;
  flex: 1;
  min-width: 0;
  flex-direction: column;
`;

/** The whole workspace in the chosen colours. */
export function App() {
  const { colorScheme } = useWorkspace();
  const scheme = useStore(colorScheme.scheme);
  const { me } = useDirectory();
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } }),
    [scheme],
  );
  useEffect(() => {
    document.documentElement.lang = me.locale;
  }, [me.locale]);
  return (
    <ThemeProvider theme={theme}>
      <GlobalStyle />
      <ToastProvider zIndex={80} placementProps={{ top: { style: { top: 52 } } }}>
        <Notices />
        <Layout>
          <Rail />
          <Column>
            <TopBar />
            <Content />
          </Column>
        </Layout>
        <ModalLayer />
      </ToastProvider>
    </ThemeProvider>
  );
}

function Content() {
  const { navigation, tabs, apps } = useWorkspace();
  const place = useStore(navigation.place);
  const open = useStore(tabs.store);
  useEffect(() => {
    if (place.page === 'ticket') void tabs.open(place.ticket);
  }, [place, tabs]);
  const app = place.page === 'app' ? apps.find((it) => it.id === place.app) : undefined;
  const page = app?.locations.support?.nav_bar;
  return (
    <>
      {place.page === 'view' && <ViewPage place={place} />}
      {place.page === 'sandbox' && <SandboxPage />}
      {app && page && <AppFrame app={app} location="nav_bar" url={page.url} isActive height="100%" />}
      {open.map((tab) => (
        <TicketScreen key={tab.id} tab={tab} isActive={place.page === 'ticket' && place.ticket === tab.id} />
      ))}
    </>
  );
}
