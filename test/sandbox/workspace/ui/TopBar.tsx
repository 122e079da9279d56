import { IconButton } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import type { Tab } from '../state/tabs.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { ClockControl } from './ClockControl.tsx';
import { color } from './color.ts';
import { CloseIcon, MoonIcon, SunIcon, TicketIcon } from './icons.tsx';
import { PlaceLink } from './PlaceLink.tsx';
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

const TabList = styled.nav`
  display: flex;
  flex: 1;
  min-width: 0;
  height: 100%;
  overflow: hidden;
`;

const TabItem = styled.div<{ $current: boolean }>`
  display: flex;
  align-items: center;
  min-width: 90px;
  max-width: 220px;
  flex: 0 1 220px;
  padding: 0 6px 0 12px;
  gap: 6px;
  border-right: 1px solid ${color('border.subtle')};
  background: ${({ $current, theme }) => color($current ? 'background.subtle' : 'background.default')({ theme })};
  box-shadow: ${({ $current, theme }) => ($current ? `inset 0 -3px ${color('border.primaryEmphasis')({ theme })}` : 'none')};
`;

const TabLink = styled(PlaceLink)`
  display: flex;
  flex: 1;
  min-width: 0;
  flex-direction: column;
  color: ${color('foreground.default')};
  line-height: 16px;
  text-decoration: none;

  b,
  span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  b {
    font-weight: 600;
    font-size: 13px;
  }

  span {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

/** Open tickets as tabs, the sandbox's clock, colours and the person signed in. */
export function TopBar() {
  const { tabs, colorScheme } = useWorkspace();
  const words = useWords();
  const scheme = useStore(colorScheme.scheme);
  const label = words.t(scheme === 'dark' ? 'lightMode' : 'darkMode');
  return (
    <Bar>
      <TabList aria-label={words.t('ticketTabs')}>
        {useStore(tabs.store).map((tab) => (
          <TicketTab key={tab.id} tab={tab} />
        ))}
      </TabList>
      <ClockControl />
      <IconButton size="small" aria-label={label} title={label} onClick={colorScheme.toggle}>
        {scheme === 'dark' ? <SunIcon /> : <MoonIcon />}
      </IconButton>
      <UserMenu />
    </Bar>
  );
}

function TicketTab({ tab }: { tab: Tab }) {
  const { navigation, tabs } = useWorkspace();
  const words = useWords();
  const place = useStore(navigation.place);
  const isCurrent = place.page === 'ticket' && place.ticket === tab.id;
  const close = () => {
    if (isCurrent) {
      const other = tabs.store.get().findLast((it) => it.id !== tab.id);
      navigation.go(other ? { page: 'ticket', ticket: other.id } : { page: 'view', view: 'open' });
    }
    tabs.close(tab.id);
  };
  return (
    <TabItem $current={isCurrent}>
      <TicketIcon style={{ flex: 'none' }} />
      <TabLink to={{ page: 'ticket', ticket: tab.id }} aria-current={isCurrent ? 'page' : undefined}>
        <b>{tab.model ? <TabTitle tab={tab} /> : words.t('ticket')}</b>
        <span>#{tab.id}</span>
      </TabLink>
      <IconButton size="small" aria-label={words.t('closeTab', { id: tab.id })} onClick={close}>
        <CloseIcon width={12} height={12} />
      </IconButton>
    </TabItem>
  );
}

function TabTitle({ tab: { model } }: { tab: Tab }) {
  return model ? <SubjectOf model={model} /> : null;
}

function SubjectOf({ model }: { model: NonNullable<Tab['model']> }) {
  return <>{useStore(model.store).ticket.subject}</>;
}
