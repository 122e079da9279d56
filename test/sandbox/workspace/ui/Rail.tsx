import type { ReactNode } from 'react';
import styled from 'styled-components';
import { type Place, pathOf } from '../state/navigation.ts';
import { useStore } from '../state/store.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { AppIcon } from './apps/AppIcon.tsx';
import { AppsIcon, SandboxIcon, ViewsIcon } from './icons.tsx';

const Bar = styled.nav`
  display: flex;
  flex-direction: column;
  align-items: center;
  width: 56px;
  flex: none;
  padding-top: 8px;
  gap: 2px;
  background: #03363d;
  color: #d8e5e6;
`;

const Logo = styled.span`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 40px;
  height: 36px;
  margin-bottom: 10px;
  font-weight: 700;
  font-size: 18px;
  color: #fff;
`;

const RailLink = styled.a`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 40px;
  height: 40px;
  border-radius: 6px;
  color: inherit;

  &:hover,
  &[aria-current='page'] {
    background: rgb(255 255 255 / 16%);
    color: #fff;
  }

  &:focus-visible {
    outline: 2px solid #fff;
    outline-offset: -2px;
  }

  svg {
    width: 20px;
    height: 20px;
  }
`;

/** The dark bar at the left: views, apps of the navigation bar, and the sandbox's own page. */
export function Rail() {
  const { navigation, panes } = useWorkspace();
  const words = useWords();
  const place = useStore(navigation.place);
  const navigationApps = useStore(panes.store).filter((it) => it.location === 'nav_bar' && !it.isHidden);
  return (
    <Bar aria-label={words.t('navigation')}>
      <Logo aria-hidden="true">◐</Logo>
      <RailItem
        to={{ page: 'view', view: 'open' }}
        label={words.t('views')}
        isCurrent={place.page === 'view'}
      >
        <ViewsIcon />
      </RailItem>
      {navigationApps.map(({ app }) => (
        <RailItem
          key={app.id}
          to={{ page: 'app', app: app.id }}
          label={app.name}
          isCurrent={place.page === 'app' && place.app === app.id}
        >
          <AppIcon app={app} location="nav_bar" fallback={<AppsIcon />} />
        </RailItem>
      ))}
      <RailItem to={{ page: 'sandbox' }} label={words.t('sandbox')} isCurrent={place.page === 'sandbox'}>
        <SandboxIcon />
      </RailItem>
    </Bar>
  );
}

interface RailItemProps {
  to: Place;
  label: string;
  isCurrent: boolean;
  children: ReactNode;
}

function RailItem({ to, label, isCurrent, children }: RailItemProps) {
  const { navigation } = useWorkspace();
  return (
    <RailLink
      href={pathOf(to)}
      title={label}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        navigation.go(to);
      }}
    >
      {children}
    </RailLink>
  );
}
