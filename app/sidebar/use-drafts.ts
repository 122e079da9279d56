import { useEffect, useMemo, useRef } from 'react';
import { useEnvironment } from '../ui/Environment.tsx';
import { useKeptPlace } from '../ui/KeptPlace.tsx';
import type { Account } from '../zaf/account.ts';
import type { Host } from '../zaf/host.ts';
import type { Drafts } from './draft/drafts.ts';
import { createLaterDrafts } from './draft/later-drafts.ts';
import { useDraftState } from './draft/use-draft-state.ts';
import { loadSoon } from './load-soon.ts';
import type { View } from './model/view.ts';

export interface DraftsFor {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  /** Whether the first look stands: the reply is not looked at before. */
  readonly isShown: boolean;
  readonly onError: (error: unknown) => void;
}

/** The reply that is being written on this ticket. */
export function useDrafts({ host, account, ticketId, isShown, onError }: DraftsFor): Drafts {
  const report = useRef(onError);
  report.current = onError;
  const { now } = useEnvironment();
  const place = useKeptPlace();
  const drafts = useMemo(
    () =>
      createLaterDrafts(async () => {
        const { createDrafts, createKeptDraft } = await loadSoon();
        const kept = createKeptDraft(place, now);
        return createDrafts({ host, account, ticketId, kept, onError: (error) => report.current(error) });
      }),
    [host, account, ticketId, place, now],
  );
  useEffect(() => (isShown ? drafts.start() : undefined), [drafts, isShown]);
  return drafts;
}

/** What was sent is settled once the record tells of it. */
export function useSettled(view: View | undefined, drafts: Drafts): void {
  const { sent } = useDraftState(drafts);
  const counted = view && 'record' in view && view.record.events.some(({ kind }) => kind === sent);
  useEffect(() => {
    if (counted) drafts.settle();
  }, [counted, drafts]);
}
