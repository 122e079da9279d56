import { ToastProvider } from '@zendeskgarden/react-notifications';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { useEffect, useMemo } from 'react';
import styled, { createGlobalStyle } from 'styled-components';
import type { Place } from '../state/navigation.ts';
import { useStore } from '../state/store.ts';
import { newKeyOf, type Tab } from '../state/tabs.ts';
import { useDirectory, useWorkspace } from '../state/workspace.ts';
import { BackgroundApps } from './apps/BackgroundApps.tsx';
import { NavBarApps } from './apps/NavBarApps.tsx';
import { useLingering } from './apps/use-lingering.ts';
import { color } from './color.ts';
import { ModalLayer } from './ModalLayer.tsx';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';
import { SandboxPage } from './SandboxPage.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { SearchPage } from './search/SearchPage.tsx';
import { TicketScreen } from './TicketScreen.tsx';
import { TopBar } from './TopBar.tsx';
import { ViewPage } from './ViewPage.tsx';

const GlobalStyle = createGlobalStyle<object>`
  *, *::before, *::after { box-sizing: border-box; }

  button:focus-visible,
  a:focus-visible {
    outline-offset: 1px;
  }

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
        <Shortcuts />
        <Layout>
          <Rail />
          <Column>
            <TopBar />
            <Content />
          </Column>
        </Layout>
        <ModalLayer />
        <BackgroundApps />
      </ToastProvider>
    </ThemeProvider>
  );
}

function Content() {
  const { navigation, tabs } = useWorkspace();
  const place = useStore(navigation.place);
  const open = useLingering(useStore(tabs.store));
  useEffect(() => {
    if (place.page === 'ticket') void tabs.open(place.ticket);
    if (place.page === 'new') tabs.openNew(place.number);
  }, [place, tabs]);
  return (
    <>
      {place.page === 'view' && <ViewPage place={place} />}
      {place.page === 'search' && <SearchPage key={place.query} query={place.query} />}
      {place.page === 'sandbox' && <SandboxPage />}
      <NavBarApps />
      {open.map((tab) => (
        <TicketScreen key={tab.key} tab={tab} isActive={isInFront(tab, place)} />
      ))}
    </>
  );
}

function isInFront(tab: Tab, place: Place): boolean {
  if (place.page === 'new') return tab.key === newKeyOf(place.number);
  return place.page === 'ticket' && place.ticket === tab.id;
}
