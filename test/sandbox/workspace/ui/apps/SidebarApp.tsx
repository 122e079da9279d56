import { IconButton } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import type { App } from '../../api/control.ts';
import { newGuid } from '../../state/modals.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import type { AppTicket } from '../../zaf/ticket-port.ts';
import { AppFrame } from '../AppFrame.tsx';
import { color } from '../color.ts';
import { ReloadIcon } from '../icons.tsx';

const Section = styled.section`
  flex: none;

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
`;

const Name = styled.button`
  flex: 1;
  overflow: hidden;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  text-overflow: ellipsis;
  white-space: nowrap;
  cursor: pointer;
`;

interface SidebarAppProps {
  app: App;
  location: 'ticket_sidebar' | 'new_ticket_sidebar';
  ticket: AppTicket;
  isActive: boolean;
  isOnly: boolean;
  onReload: (() => void) | undefined;
}

/** One app beside a ticket: its name, which collapses it, and its frame, which runs on while collapsed or hidden. */
export function SidebarApp({ app, location, ticket, isActive, isOnly, onReload }: SidebarAppProps) {
  const words = useWords();
  const { zaf } = useWorkspace();
  const place = app.locations.support?.[location];
  const [guid] = useState(newGuid);
  const [isGone, setGone] = useState(false);
  const [isHidden, setHidden] = useState(place?.autoHide ?? false);
  const [isCollapsed, setCollapsed] = useState(false);
  if (isGone || place === undefined) return null;
  const isHere = (it: { guid: string }) => it.guid === guid;
  const toggle = () => {
    setCollapsed(!isCollapsed);
    zaf.emit(isHere, isCollapsed ? 'app.expanded' : 'app.collapsed');
  };
  return (
    <Section aria-label={app.name} hidden={isHidden}>
      <Head>
        <Name type="button" aria-expanded={!isCollapsed} onClick={toggle}>
          {app.name}
        </Name>
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
      <div hidden={isCollapsed}>
        <AppFrame
          app={app}
          location={location}
          url={place.url}
          guid={guid}
          ticket={ticket}
          isActive={isActive}
          height={isOnly ? '480px' : '240px'}
          actions={{ setHidden, destroy: () => void zaf.retire(isHere).then(() => setGone(true)) }}
        />
      </div>
    </Section>
  );
}
