import { IconButton, ToggleIconButton } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import type { App } from '../api/control.ts';
import { useWords, useWorkspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { AppFrame } from './AppFrame.tsx';
import { color } from './color.ts';
import { AppsIcon, ReloadIcon } from './icons.tsx';

const Panel = styled.aside`
  display: flex;
  width: 320px;
  flex: none;
  flex-direction: column;
  overflow-y: auto;
  border-left: 1px solid ${color('border.default')};
  background: ${color('background.default')};

  &[hidden] {
    display: none;
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  flex: none;
  gap: 8px;
  height: 40px;
  padding: 0 8px 0 16px;
  border-bottom: 1px solid ${color('border.subtle')};
  font-weight: 600;

  span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

const Strip = styled.div`
  display: flex;
  width: 44px;
  flex: none;
  flex-direction: column;
  align-items: center;
  padding-top: 4px;
  border-left: 1px solid ${color('border.default')};
  background: ${color('background.subtle')};
`;

const StripButton = styled(ToggleIconButton)`
  && {
    border-radius: 6px;
  }
`;

const Empty = styled.p`
  margin: 24px 16px;
  color: ${color('foreground.subtle')};
`;

/** The apps beside a ticket, 320 px wide, one below the other. They run on while the panel is hidden. */
export function AppsPanel({ model, isActive }: { model: TicketModel; isActive: boolean }) {
  const { apps } = useWorkspace();
  const words = useWords();
  const [isOpen, setOpen] = useState(true);
  const [round, setRound] = useState(0);
  const shown = apps.flatMap((app) => {
    const place = app.locations.support?.ticket_sidebar;
    return place ? [{ app, url: place.url }] : [];
  });
  const toggle = words.t(isOpen ? 'hideApps' : 'showApps');
  return (
    <>
      <Panel aria-label={words.t('apps')} hidden={!isOpen}>
        {shown.length === 0 && <Empty>{words.t('noApps')}</Empty>}
        {shown.map(({ app, url }, index) => (
          <SidebarApp
            key={`${app.id}.${round}`}
            app={app}
            url={url}
            model={model}
            isActive={isActive && isOpen}
            isOnly={shown.length === 1}
            onReload={index === 0 ? () => setRound(round + 1) : undefined}
          />
        ))}
      </Panel>
      <Strip>
        <StripButton
          aria-label={toggle}
          title={toggle}
          isBasic
          size="small"
          isPressed={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <AppsIcon />
        </StripButton>
      </Strip>
    </>
  );
}

interface SidebarAppProps {
  app: App;
  url: string;
  model: TicketModel;
  isActive: boolean;
  isOnly: boolean;
  onReload: (() => void) | undefined;
}

function SidebarApp({ app, url, model, isActive, isOnly, onReload }: SidebarAppProps) {
  const words = useWords();
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  return (
    <section aria-label={app.name} style={{ flex: 'none' }}>
      <Head>
        <span>{app.name}</span>
        {onReload && (
          <IconButton
            size="small"
            aria-label={words.t('reloadApps')}
            title={words.t('reloadApps')}
            onClick={onReload}
          >
            <ReloadIcon />
          </IconButton>
        )}
      </Head>
      <AppFrame
        app={app}
        location="ticket_sidebar"
        url={url}
        model={model}
        isActive={isActive}
        height={isOnly ? '480px' : '240px'}
        onDestroy={() => setGone(true)}
      />
    </section>
  );
}
