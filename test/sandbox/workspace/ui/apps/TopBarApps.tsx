import { ToggleIconButton } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { Pane } from '../../state/app-panes.ts';
import { useStore } from '../../state/store.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { Size } from '../../zaf/frame-part.ts';
import { AppFrame } from '../AppFrame.tsx';
import { color } from '../color.ts';
import { AppsIcon } from '../icons.tsx';
import { AppIcon } from './AppIcon.tsx';

const Anchor = styled.div`
  position: relative;

  &[hidden] {
    display: none;
  }
`;

const Panel = styled.div`
  position: absolute;
  z-index: 40;
  top: calc(100% + 6px);
  right: 0;
  overflow: hidden;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
  box-shadow: 0 16px 28px ${color('shadow.large')};

  /* Kept in the page while closed: the app runs on. */
  &[hidden] {
    display: none;
  }
`;

/** Apps of the top bar: an icon each, and the app below it while it is open. */
export function TopBarApps() {
  const { panes } = useWorkspace();
  const shown = useStore(panes.store).filter((pane) => pane.location === 'top_bar');
  return (
    <>
      {shown.map((pane) => (
        <TopBarApp key={pane.app.id} pane={pane} />
      ))}
    </>
  );
}

function TopBarApp({ pane }: { pane: Pane }) {
  const { panes } = useWorkspace();
  const { app, isOpen } = pane;
  const anchor = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) panes.openTop(undefined);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') panes.openTop(undefined);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen, panes]);
  const setOpen = (open: boolean) => panes.openTop(open ? app : undefined);
  const resize = ({ width, height }: Size) =>
    panes.change(pane, {
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    });
  return (
    <Anchor ref={anchor} hidden={pane.isHidden}>
      <ToggleIconButton
        size="small"
        aria-label={app.name}
        title={app.name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        isPressed={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <AppIcon app={app} location="top_bar" fallback={<AppsIcon />} />
      </ToggleIconButton>
      <Panel role="dialog" aria-label={app.name} hidden={!isOpen} style={{ width: pane.width }}>
        <AppFrame
          app={app}
          location="top_bar"
          url={app.locations.support?.top_bar?.url ?? ''}
          isLoaded={pane.isLoaded}
          isActive={isOpen}
          height={pane.height}
          actions={{
            resize,
            preload: () => panes.change(pane, { isLoaded: true }),
            setHidden: (isHidden) => panes.change(pane, { isHidden }),
            popover(change) {
              if (typeof change === 'object') resize(change);
              else setOpen(change === 'toggle' ? !pane.isOpen : change === 'show');
            },
          }}
        />
      </Panel>
    </Anchor>
  );
}
