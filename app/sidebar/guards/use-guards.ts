import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { saveBlockText } from '../draft/save-block-text.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { findGuards } from './find-guards.ts';
import { createGuardStore, type GuardState, type GuardStore } from './guard-store.ts';
import { heldText } from './guard-text.ts';
import { readFacts, type Sources } from './read-facts.ts';

/** Guards each submit of the ticket; without a record only what a draft holds is looked at. */
export function useGuards(
  record: Sources['record'] | undefined,
  onError: (error: unknown) => void,
): { readonly store: GuardStore; readonly state: GuardState } {
  const { language, when } = useEnvironment();
  const { host, drafts, ticket, fields, policy, me } = useSidebar();
  const store = useMemo(createGuardStore, []);
  const current = useRef<Sources>();
  current.current = record && { host, drafts, ticket, fields, record, policy, me };
  const report = useRef(onError);
  report.current = onError;

  useEffect(
    () =>
      host.beforeSave(async () => {
        const block = await drafts.block();
        if (block) return saveBlockText(block, language.say);
        if (!current.current) return undefined;
        try {
          const held = store.hold(findGuards(await readFacts(current.current)));
          return held.length > 0 ? heldText(held, language, when) : undefined;
        } catch (error) {
          // What can't be looked at holds nobody back: the service lists what slipped through.
          report.current(error);
          return undefined;
        }
      }),
    [host, drafts, language, when, store],
  );
  useEffect(() => host.on('submitted', store.reset), [host, store]);
  return { store, state: useSyncExternalStore(store.subscribe, store.state) };
}
