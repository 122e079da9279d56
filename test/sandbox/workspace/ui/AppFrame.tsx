import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { App } from '../api/control.ts';
import { newGuid } from '../state/modals.ts';
import { useStore } from '../state/store.ts';
import { useDirectory, useWorkspace, type Workspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { commonPart } from '../zaf/common-part.ts';
import { appPageUrl } from '../zaf/frame-url.ts';
import type { Instance, InstanceContext } from '../zaf/instance.ts';
import { surfaceOf } from '../zaf/surface.ts';
import { ticketPart } from '../zaf/ticket-part.ts';
import { workspaceActions } from '../zaf/workspace-actions.ts';

const Iframe = styled.iframe`
  display: block;
  width: 100%;
  border: 0;
  background: transparent;
`;

interface AppFrameProps {
  app: App;
  location: 'ticket_sidebar' | 'nav_bar' | 'modal';
  url: string;
  isActive: boolean;
  model?: TicketModel | undefined;
  guid?: string;
  height: string;
  /** Told of the size the app asks for, where the place allows it. */
  onResize?: (size: { width?: string | undefined; height?: string | undefined }) => void;
  onDestroy?: () => void;
}

/** An app's page in its frame, hosted as long as it is mounted. */
export function AppFrame({ app, location, url, isActive, model, guid: given, height, ...on }: AppFrameProps) {
  const workspace = useWorkspace();
  const { me } = useDirectory();
  const [guid] = useState(() => given ?? newGuid());
  const [isHidden, setHidden] = useState(false);
  const [askedHeight, setAskedHeight] = useState<string>();
  const frame = useRef<HTMLIFrameElement>(null);
  const scheme = useStore(workspace.colorScheme.scheme);
  // The scheme at the start only: later changes reach the app as events, not by loading it again.
  const [page] = useState(() => appPageUrl(url, { guid, colorScheme: scheme, locale: me.locale }));
  const latest = useRef({ isActive, on });
  latest.current = { isActive, on };
  // biome-ignore lint/correctness/useExhaustiveDependencies: an instance is what it was mounted as.
  useEffect(() => {
    const instance = instanceOf({ workspace, app, location, guid, model, origin: page.origin });
    return workspace.zaf.add({
      ...instance,
      frame: () => frame.current?.contentWindow ?? null,
      isActive: () => latest.current.isActive,
      surface: surfaceOf([
        ...(model ? [ticketPart(model, workspace.directory.store)] : []),
        commonPart(workspaceActions(workspace, { app, model, context: instance.context }), {
          resize(size) {
            setAskedHeight(size.height);
            latest.current.on.onResize?.(size);
          },
          setHidden,
          destroy: () => latest.current.on.onDestroy?.(),
        }),
      ]),
    });
  }, [workspace, guid]);
  const [isMounted, setMounted] = useState(false);
  // The frame is loaded once the host listens, so that no greeting is missed.
  useEffect(() => setMounted(true), []);
  return (
    <Iframe
      ref={frame}
      title={app.name}
      src={isMounted ? page.href : 'about:blank'}
      hidden={isHidden}
      style={{ height: location === 'ticket_sidebar' ? (askedHeight ?? height) : height }}
      sandbox="allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads allow-modals"
      allow="clipboard-read; clipboard-write"
    />
  );
}

interface InstanceParts {
  workspace: Workspace;
  app: App;
  location: AppFrameProps['location'];
  guid: string;
  model: TicketModel | undefined;
  origin: string;
}

function instanceOf(parts: InstanceParts): Pick<Instance, 'guid' | 'app' | 'context' | 'origin'> {
  const { workspace, app, location, guid, model, origin } = parts;
  const context: InstanceContext = {
    instanceGuid: guid,
    product: 'support',
    account: { subdomain: workspace.subdomain },
    location,
    ...(model ? { ticketId: model.id } : {}),
  };
  return { guid, app, context, origin };
}
