import { useEffect, useMemo, useRef, useState } from 'react';
import type { Service } from '../service/service.ts';
import { Busy } from '../ui/Busy.tsx';
import { useEnvironment } from '../ui/Environment.tsx';
import { PlugIcon } from '../ui/icons.tsx';
import { ForScreenReaders, Page, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Account } from '../zaf/account.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import type { Ticket } from '../zaf/tickets.ts';
import { useDraftState } from './draft/use-draft-state.ts';
import { failureText } from './failure-text.ts';
import { SaveGuard } from './guards/SaveGuard.tsx';
import { DraftPanel, preloadParts } from './later-parts.tsx';
import { needsPerson, type View, viewOf } from './model/view.ts';
import { SidebarProvider } from './SidebarContext.tsx';
import { useArrival } from './use-arrival.ts';
import { useDrafts, useSettled } from './use-drafts.ts';
import { useHeight } from './use-height.ts';
import { useMe } from './use-me.ts';
import { useClosing, useOpened } from './use-opened.ts';
import { useServed } from './use-served.ts';
import { useTicket } from './use-ticket.ts';
import { BothNotice } from './views/BothNotice.tsx';
import { DownNotice } from './views/DownNotice.tsx';
import { ElsewhereNotice } from './views/ElsewhereNotice.tsx';
import { PersonNotice } from './views/PersonNotice.tsx';
import { Retry } from './views/Retry.tsx';
import { VersionNotice } from './views/VersionNotice.tsx';
import { ViewBody } from './views/ViewBody.tsx';
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
  useEffect(() => {
    if (!isShown) return;
    return whenIdle(() => void preloadParts());
  }, [isShown]);
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
  const { host, account, service, ticketId } = props;
  const { say } = useEnvironment().language;
  const { loaded, error, reload } = useTicket(props);
  usePreloaded(loaded !== undefined);
  const [trouble, setTrouble] = useState<unknown>();
  const drafts = useDrafts({ host, account, ticketId, onError: setTrouble });
  const { draft, internal } = useDraftState(drafts);
  const main = useRef<HTMLElement>(null);
  const view = useMemo(() => loaded && viewOf(loaded.ticket, loaded.fields), [loaded]);
  const record = view && 'record' in view ? view.record : undefined;
  const { ask, ...served } = useServed(service, loaded?.ticket, record);
  const me = useMe(host);
  const arrived = useArrived(view?.kind);
  const { form, open, close, hold, held } = useOpened();
  useClosing({ form, close, view });
  useSettled(view, drafts);
  useHeight(host);
  useArrival(main);

  const readAgain = async (): Promise<void> => void (await Promise.all([reload(), ask()]));
  const retry = (): void => {
    account.forget();
    setTrouble(undefined);
    void readAgain();
  };
  const failure = error ?? trouble;
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
    ...(me ? { me } : {}),
    ...(form && form !== 'record' ? { action: form } : {}),
  };
  return (
    <Page ref={main}>
      <ForScreenReaders as="h1">{say('common.title')}</ForScreenReaders>
      <Stack>
        {failure === undefined ? null : (
          <Notice icon={<PlugIcon />} title={say('failure.title')} actions={<Retry onRetry={retry} />}>
            {failureText(failure, say)}
          </Notice>
        )}
        {value && view ? (
          <SidebarProvider value={value}>
            <SaveGuard record={record} />
            <VersionNotice />
            {record ? <DownNotice record={record} onRetry={ask} /> : null}
            <ElsewhereNotice />
            <BothNotice busy={form !== undefined || draft !== undefined} />
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
        {!loaded && failure === undefined ? (
          <Row>
            <Busy size={20} label={say('common.loading')} />
          </Row>
        ) : null}
      </Stack>
    </Page>
  );
}
