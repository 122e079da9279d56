import { type RefObject, useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { App } from '../api/control.ts';
import { newGuid } from '../state/modals.ts';
import { useStore } from '../state/store.ts';
import { useDirectory, useWorkspace, type Workspace } from '../state/workspace.ts';
import { commonPart } from '../zaf/common-part.ts';
import { type FrameActions, framePart, type Size } from '../zaf/frame-part.ts';
import { appPageUrl } from '../zaf/frame-url.ts';
import type { InstanceContext } from '../zaf/instance.ts';
import { type SurfacePart, surfaceOf } from '../zaf/surface.ts';
import { fieldsPart } from '../zaf/ticket-fields.ts';
import { ticketPart } from '../zaf/ticket-part.ts';
import type { AppTicket } from '../zaf/ticket-port.ts';
import { workspaceActions } from '../zaf/workspace-actions.ts';
import { useSignedPage } from './apps/use-signed-page.ts';

const Iframe = styled.iframe`
  display: block;
  width: 100%;
  border: 0;
  background: transparent;
`;

/** The places of an app that the workspace has. */
export type AppLocation =
  | 'ticket_sidebar'
  | 'new_ticket_sidebar'
  | 'nav_bar'
  | 'top_bar'
  | 'background'
  | 'modal';

interface AppFrameProps {
  app: App;
  location: AppLocation;
  url: string;
  isActive: boolean;
  /** False for a place whose page is loaded later; its instance exists all the same. */
  isLoaded?: boolean;
  ticket?: AppTicket | undefined;
  guid?: string;
  /** Height until the app asks for another. */
  height: string;
  /** What the place does where an app resizes, hides or removes itself. */
  actions?: Partial<FrameActions>;
}

/** An app's page in its frame, hosted as long as it is mounted. */
export function AppFrame(props: AppFrameProps) {
  const { app, location, url, isActive, isLoaded = true, height } = props;
  const workspace = useWorkspace();
  const { me } = useDirectory();
  const [guid] = useState(() => props.guid ?? newGuid());
  const [askedHeight, setAskedHeight] = useState<string>();
  const frame = useRef<HTMLIFrameElement>(null);
  const scheme = useStore(workspace.colorScheme.scheme);
  // The scheme at the start only: later changes reach the app as events, not by loading it again.
  const [page] = useState(() => appPageUrl(url, { guid, colorScheme: scheme, locale: me.locale }));
  const latest = useRef(props);
  latest.current = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an instance is what it was mounted as.
  useEffect(
    () =>
      workspace.zaf.add(instanceOf({ workspace, guid, origin: page.origin, frame, latest, setAskedHeight })),
    [workspace, guid],
  );
  const wasActive = useRef(isActive);
  useEffect(() => {
    if (wasActive.current !== isActive) workspace.zaf.activate(guid, isActive);
    wasActive.current = isActive;
  }, [workspace, guid, isActive]);
  const [isMounted, setMounted] = useState(false);
  // The frame is loaded once the host listens, so that no greeting is missed.
  useEffect(() => setMounted(true), []);
  const isSigned = app.locations.support?.[location]?.signed ?? false;
  const isWanted = isMounted && isLoaded;
  useSignedPage({ isWanted: isWanted && isSigned, app, page, guid });
  return (
    <Iframe
      ref={frame}
      name={guid}
      title={app.name}
      src={isWanted && !isSigned ? page.href : 'about:blank'}
      style={{ height: location.endsWith('ticket_sidebar') ? (askedHeight ?? height) : height }}
      sandbox="allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads allow-modals"
      allow="clipboard-read; clipboard-write"
    />
  );
}

interface InstanceParts {
  workspace: Workspace;
  guid: string;
  origin: string;
  frame: RefObject<HTMLIFrameElement>;
  /** The frame's properties as they are now. */
  latest: { current: AppFrameProps };
  setAskedHeight: (height: string | undefined) => void;
}

function instanceOf({ workspace, guid, origin, frame, latest, setAskedHeight }: InstanceParts) {
  const { app, location, ticket, actions } = latest.current;
  const context: InstanceContext = {
    instanceGuid: guid,
    product: 'support',
    account: { subdomain: workspace.account.subdomain },
    location,
    ...(ticket?.id === undefined ? {} : { ticketId: ticket.id }),
  };
  const now = () => latest.current.actions;
  const frameActions: FrameActions = {
    resize(size: Size) {
      if (size.height !== undefined) setAskedHeight(size.height);
      now()?.resize?.(size);
    },
    setHidden: (hidden) => now()?.setHidden?.(hidden),
    destroy: () => now()?.destroy?.(),
    ...(actions?.preload ? { preload: () => now()?.preload?.() } : {}),
    ...(actions?.popover ? { popover: (change) => now()?.popover?.(change) } : {}),
  };
  const parts: SurfacePart[] = [
    ...(ticket ? [fieldsPart(ticket, workspace.directory.store), ticketPart(ticket, workspace.people)] : []),
    framePart(frameActions),
    commonPart(workspaceActions(workspace, { app, ticket, context })),
  ];
  return {
    guid,
    app,
    context,
    ticket,
    origin,
    frame: () => frame.current?.contentWindow ?? null,
    isActive: () => latest.current.isActive,
    route() {
      const place = workspace.navigation.place.get();
      return location === 'nav_bar' && place.page === 'app' && place.app === app.id ? place.path : undefined;
    },
    surface: surfaceOf(parts),
  };
}
