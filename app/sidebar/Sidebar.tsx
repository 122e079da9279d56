import { Spinner } from '@zendeskgarden/react-loaders';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import { PlugIcon } from '../ui/icons.tsx';
import { ForScreenReaders, Page, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type Account, createAccount } from '../zaf/account.ts';
import type { Host } from '../zaf/host.ts';
import { createDrafts, type Drafts } from './draft/drafts.ts';
import { saveBlockText } from './draft/save-block-text.ts';
import { useDraftState } from './draft/use-draft-state.ts';
import { failureText } from './failure-text.ts';
import { needsPerson, type View, viewOf } from './model/view.ts';
import { SidebarProvider } from './SidebarContext.tsx';
import { useArrival } from './use-arrival.ts';
import { useHeight } from './use-height.ts';
import { useTicket } from './use-ticket.ts';
import { DraftPanel } from './views/DraftPanel.tsx';
import { PersonNotice } from './views/PersonNotice.tsx';
import { Retry } from './views/Retry.tsx';
import { ViewBody } from './views/ViewBody.tsx';

/** Holds a submit back only for gaps left in a bound reply and for a missing outcome. */
function useSaveGuard(host: Host, drafts: Drafts): void {
  const { say } = useEnvironment().language;
  useEffect(
    () =>
      host.beforeSave(async () => {
        const block = await drafts.block();
        return block && saveBlockText(block, say);
      }),
    [host, drafts, say],
  );
}

function useDrafts(
  host: Host,
  account: Account,
  ticketId: number,
  onError: (error: unknown) => void,
): Drafts {
  const report = useRef(onError);
  report.current = onError;
  const drafts = useMemo(
    () => createDrafts({ host, account, ticketId, onError: (error) => report.current(error) }),
    [host, account, ticketId],
  );
  useEffect(() => drafts.start(), [drafts]);
  return drafts;
}

/** What was sent is settled once the record tells of it. */
function useSettled(view: View | undefined, drafts: Drafts): void {
  const { sent } = useDraftState(drafts);
  const counted = view && 'record' in view && view.record.events.some(({ kind }) => kind === sent);
  useEffect(() => {
    if (counted) drafts.settle();
  }, [counted, drafts]);
}

/** Whether the kind of view has changed since the sidebar was opened. */
function useArrived(kind: View['kind'] | undefined): boolean {
  const first = useRef(kind);
  const changed = useRef(false);
  first.current ??= kind;
  changed.current ||= kind !== first.current;
  return changed.current;
}

export interface SidebarProps {
  readonly host: Host;
  readonly ticketId: number;
}

/** The ticket sidebar. */
export function Sidebar({ host, ticketId }: SidebarProps) {
  const { say } = useEnvironment().language;
  const account = useMemo(() => createAccount(host), [host]);
  const { loaded, error, reload } = useTicket(host, account, ticketId);
  const [trouble, setTrouble] = useState<unknown>();
  const drafts = useDrafts(host, account, ticketId, setTrouble);
  const { draft, internal } = useDraftState(drafts);
  const main = useRef<HTMLElement>(null);
  const view = loaded && viewOf(loaded.ticket, loaded.fields);
  const arrived = useArrived(view?.kind);
  useSaveGuard(host, drafts);
  useSettled(view, drafts);
  useHeight(host);
  useArrival(main);

  const retry = (): void => {
    account.forget();
    setTrouble(undefined);
    void reload();
  };
  const failure = error ?? trouble;
  const isCase = view !== undefined && 'record' in view;
  return (
    <Page ref={main}>
      <ForScreenReaders as="h1">{say('common.title')}</ForScreenReaders>
      <Stack>
        {failure === undefined ? null : (
          <Notice icon={<PlugIcon />} title={say('failure.title')} actions={<Retry onRetry={retry} />}>
            {failureText(failure, say)}
          </Notice>
        )}
        {loaded && !isCase && needsPerson(loaded.ticket) ? <PersonNotice /> : null}
        {loaded && view ? (
          <SidebarProvider value={{ host, ticketId, fields: loaded.fields, drafts, arrived, reload }}>
            {draft && !isCase ? <DraftPanel draft={draft} internal={internal} /> : null}
            <ViewBody view={view} loaded={loaded} onRetry={retry} />
          </SidebarProvider>
        ) : null}
        {!loaded && failure === undefined ? (
          <Row>
            <Spinner size="20" aria-label={say('common.loading')} />
          </Row>
        ) : null}
      </Stack>
    </Page>
  );
}
