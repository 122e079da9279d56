import { ToggleIconButton } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { useWords, useWorkspace } from '../state/workspace.ts';
import { beside } from '../zaf/ticket-hosting.ts';
import type { AppTicket } from '../zaf/ticket-port.ts';
import { SidebarApp } from './apps/SidebarApp.tsx';
import { color } from './color.ts';
import { AppsIcon } from './icons.tsx';

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

/**
 * The apps beside a ticket, 320 px wide, one below the other; beside an unsaved one those of `new_ticket_sidebar`. They
 * run on while the panel is hidden.
 */
export function AppsPanel({ model, isActive }: { model: AppTicket; isActive: boolean }) {
  const { apps, zaf } = useWorkspace();
  const words = useWords();
  const [isOpen, setOpen] = useState(true);
  const [round, setRound] = useState(0);
  const location = model.id === undefined ? 'new_ticket_sidebar' : 'ticket_sidebar';
  const shown = apps.filter((app) => {
    const place = app.locations.support?.[location];
    return place?.autoLoad === true && place.url !== '';
  });
  const toggle = words.t(isOpen ? 'hideApps' : 'showApps');
  const reload = () => void zaf.retire(beside(model)).then(() => setRound((it) => it + 1));
  return (
    <>
      <Panel aria-label={words.t('apps')} hidden={!isOpen}>
        {shown.length === 0 && <Empty>{words.t('noApps')}</Empty>}
        {shown.map((app, index) => (
          <SidebarApp
            key={`${app.id}.${round}`}
            app={app}
            location={location}
            ticket={model}
            isActive={isActive && isOpen}
            isOnly={shown.length === 1}
            onReload={index === 0 ? reload : undefined}
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
