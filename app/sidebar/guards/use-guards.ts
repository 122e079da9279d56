import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { saveBlockText } from '../draft/save-block-text.ts';
import { NOTHING_SENT, readSending, type Sending } from '../draft/sending.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { findGuards } from './find-guards.ts';
import type { Guard } from './guard.ts';
import { createGuardStore, type GuardState, type GuardStore } from './guard-store.ts';
import { heldText } from './guard-text.ts';
import { readFacts, type Sources } from './read-facts.ts';
import type { SaveGate } from './save-gate.ts';

const sendingOf = ({ record, ...sources }: Sources): Promise<Sending> =>
  readSending({ ...sources, appealed: record.stage === 'appealed' });

async function guardsOf(sources: Sources, sending: Sending): Promise<Guard[]> {
  return findGuards(await readFacts(sources, sending));
}

/** Guards each submit of the ticket; without a record only what a draft holds is looked at. */
export function useGuards(
  gate: SaveGate,
  record: Sources['record'] | undefined,
  onError: (error: unknown) => void,
): { readonly store: GuardStore; readonly state: GuardState } {
  const { language, when } = useEnvironment();
  const { host, account, drafts, ticket, fields, policy, me } = useSidebar();
  const store = useMemo(createGuardStore, []);
  const current = useRef<Sources>();
  current.current = record && { host, account, drafts, ticket, fields, record, policy, me };
  const report = useRef(onError);
  report.current = onError;

  useEffect(
    () =>
      gate.set(async () => {
        const sources = current.current;
        // What can't be looked at holds nobody back: the service lists what slipped through.
        const unread =
          <T>(instead: T) =>
          (error: unknown) => {
            report.current(error);
            return instead;
          };
        const sending = sources ? await sendingOf(sources).catch(unread(NOTHING_SENT)) : NOTHING_SENT;
        const block = await drafts.block(sending.counted);
        if (block) return saveBlockText(block, language.say);
        const guards = sources ? await guardsOf(sources, sending).catch(unread([])) : [];
        const held = store.hold(guards);
        return held.length > 0 ? heldText(held, language, when) : undefined;
      }),
    [gate, drafts, language, when, store],
  );
  useEffect(() => host.on('submitted', store.reset), [host, store]);
  return { store, state: useSyncExternalStore(store.subscribe, store.state) };
}
