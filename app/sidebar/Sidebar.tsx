import { useEffect, useMemo, useRef, useState } from 'react';
import type { Service } from '../service/service.ts';
import { useEnvironment } from '../ui/Environment.tsx';
import { PlugIcon } from '../ui/icons.tsx';
import { ForScreenReaders, Page, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import type { Account } from '../zaf/account.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import type { Ticket } from '../zaf/tickets.ts';
import { useDraftState } from './draft/use-draft-state.ts';
import { createSaveGate } from './guards/save-gate.ts';
import { DraftPanel, PersonNotice, preloadParts, Watch } from './later-parts.tsx';
import { useSoon } from './load-soon.ts';
import { needsPerson, type View, viewOf } from './model/view.ts';
import { SidebarProvider, useSidebar } from './SidebarContext.tsx';
import { useArrival } from './use-arrival.ts';
import { useDrafts, useSettled } from './use-drafts.ts';
import { useFailureText } from './use-failure-text.ts';
import { useHeight } from './use-height.ts';
import { useMe } from './use-me.ts';
import { useClosing, useOpened } from './use-opened.ts';
import type { ServedValues } from './use-served.ts';
import { useTicket } from './use-ticket.ts';
import { Retry } from './views/Retry.tsx';
import { ViewBody } from './views/ViewBody.tsx';
import type { WatchProps } from './views/Watch.tsx';
import { whenIdle } from './when-idle.ts';

/** Whether the kind of view has changed since the sidebar was opened. */
function useArrived(kind: View['kind'] | undefined): boolean {
  const first = useRef(kind);
  const changed = useRef(false);
  first.current ??= kind;
  changed.current ||= kind !== first.current;
  return changed.current;
}

/** What the first look doesn't need is loaded when that is drawn, and the browser has time. */
function usePreloaded(isShown: boolean): void {
  const { loadTexts } = useEnvironment();
  useEffect(() => {
    if (!isShown) return;
    return whenIdle(() => void preloadParts(loadTexts));
  }, [isShown, loadTexts]);
}

/** Stands before each submit at once; what looks at it follows. */
function Watched(props: Omit<WatchProps, 'gate'>) {
  const { host } = useSidebar();
  const { loadTexts } = useEnvironment();
  const gate = useMemo(() => createSaveGate(() => Watch.preload(loadTexts)), [loadTexts]);
  useEffect(() => host.beforeSave(gate.check), [host, gate]);
  return <Watch {...props} gate={gate} />;
}

export interface SidebarProps {
  readonly host: Host;
  readonly environment: HostEnvironment;
  readonly account: Account;
  readonly service: Service;
  readonly ticketId: number;
  /** The ticket, asked for before the page was drawn. */
  readonly early?: () => Promise<Ticket> | undefined;
}

/** The ticket sidebar. */
export function Sidebar(props: SidebarProps) {
  const { host, account, ticketId } = props;
  const { say } = useEnvironment().language;
  const { loaded, error, reload } = useTicket(props);
  const isShown = loaded !== undefined;
  usePreloaded(isShown);
  const soon = useSoon(isShown);
  const [trouble, setTrouble] = useState<unknown>();
  const drafts = useDrafts({ host, account, ticketId, isShown, onError: setTrouble });
  const { draft, internal } = useDraftState(drafts);
  const main = useRef<HTMLElement>(null);
  const view = useMemo(() => loaded && viewOf(loaded.ticket, loaded.fields), [loaded]);
  const record = view && 'record' in view ? view.record : undefined;
  const [{ ask, ...served }, setServed] = useState<Partial<ServedValues>>({});
  const me = useMe(host);
  const arrived = useArrived(view?.kind);
  const { form, open, close, hold, held } = useOpened();
  useClosing({ form, close, view });
  useSettled(view, drafts);
  useHeight(host);
  useArrival(main);

  const readAgain = async (): Promise<void> => void (await Promise.all([reload(), ask?.()]));
  const retry = (): void => {
    account.forget();
    setTrouble(undefined);
    void readAgain();
  };
  const failure = error ?? trouble;
  const words = useFailureText(failure);
  const value = loaded && {
    ...props,
    ...served,
    ticket: loaded.ticket,
    fields: loaded.fields,
    drafts,
    arrived,
    act: open,
    close,
    hold,
    held,
    reload,
    ...(soon ? { project: soon.projected } : {}),
    ...(me ? { me } : {}),
    ...(form && form !== 'record' ? { action: form } : {}),
  };
  return (
    <Page ref={main}>
      <ForScreenReaders as="h1">{say('common.title')}</ForScreenReaders>
      <Stack>
        {words === undefined ? null : (
          <Notice icon={<PlugIcon />} title={say('failure.title')} actions={<Retry onRetry={retry} />}>
            {words}
          </Notice>
        )}
        {value && view ? (
          <SidebarProvider value={value}>
            <Watched record={record} busy={form !== undefined || draft !== undefined} onServed={setServed} />
            {!record && needsPerson(value.ticket) ? <PersonNotice /> : null}
            {draft && !record ? <DraftPanel draft={draft} internal={internal} /> : null}
            <ViewBody
              view={view}
              recording={form === 'record'}
              onRecord={() => open('record')}
              onRetry={retry}
            />
          </SidebarProvider>
        ) : null}
        {!loaded && words === undefined ? (
          <Row>
            <Waiting size={20} label={say('common.loading')} />
          </Row>
        ) : null}
      </Stack>
    </Page>
  );
}
