import { useEffect } from 'react';
import styled from 'styled-components';
import { useStore } from '../../state/store.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { AppFrame } from '../AppFrame.tsx';

const Place = styled.main`
  flex: 1;
  min-height: 0;

  &[hidden] {
    display: none;
  }
`;

/** Full pages of apps, each loaded when it is first opened and kept while another page is in front. */
export function NavBarApps() {
  const { navigation, panes } = useWorkspace();
  const place = useStore(navigation.place);
  const current = place.page === 'app' ? place.app : undefined;
  const shown = useStore(panes.store).filter((pane) => pane.location === 'nav_bar');
  useEffect(() => {
    const pane = shown.find((it) => it.app.id === current);
    if (pane && !pane.isLoaded) panes.change(pane, { isLoaded: true });
  }, [shown, current, panes]);
  return (
    <>
      {shown.map((pane) => (
        <Place key={pane.app.id} aria-label={pane.app.name} hidden={pane.app.id !== current}>
          <AppFrame
            app={pane.app}
            location="nav_bar"
            url={pane.app.locations.support?.nav_bar?.url ?? ''}
            isLoaded={pane.isLoaded}
            isActive={pane.app.id === current}
            height="100%"
            actions={{
              preload: () => panes.change(pane, { isLoaded: true }),
              setHidden: (isHidden) => panes.change(pane, { isHidden }),
            }}
          />
        </Place>
      ))}
    </>
  );
}
