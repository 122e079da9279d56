import { IconButton } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { TopBarApps } from './apps/TopBarApps.tsx';
import { ClockControl } from './ClockControl.tsx';
import { color } from './color.ts';
import { MoonIcon, SunIcon } from './icons.tsx';
import { SearchBox } from './search/SearchBox.tsx';
import { TicketTabs } from './top/TicketTabs.tsx';
import { UserMenu } from './UserMenu.tsx';

const Bar = styled.header`
  display: flex;
  align-items: center;
  flex: none;
  height: 48px;
  padding: 0 12px 0 0;
  gap: 4px;
  border-bottom: 1px solid ${color('border.default')};
  background: ${color('background.default')};
`;

/** Open tickets as tabs, the search, the sandbox's clock, colours and the person signed in. */
export function TopBar() {
  const { colorScheme } = useWorkspace();
  const words = useWords();
  const scheme = useStore(colorScheme.scheme);
  const label = words.t(scheme === 'dark' ? 'lightMode' : 'darkMode');
  return (
    <Bar>
      <TicketTabs />
      <SearchBox />
      <TopBarApps />
      <ClockControl />
      <IconButton size="small" aria-label={label} title={label} onClick={colorScheme.toggle}>
        {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
      </IconButton>
      <UserMenu />
    </Bar>
  );
}
