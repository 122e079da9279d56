import { useCallback, useEffect, useRef, useState } from 'react';
import { useKept } from '../../ui/use-kept.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { fileReason, leftUnfiled, NO_REASONS, reasonsSchema } from './given-reasons.ts';
import type { GuardCode } from './guard.ts';

export interface Reasons {
  /** As typed. */
  readonly wordsOf: (code: GuardCode) => string;
  readonly write: (code: GuardCode, words: string) => void;
  /** Goes onto the file with the next submit that is saved. */
  readonly give: (code: GuardCode, note: string) => void;
  /** Why a reason of a saved reply is not on the file. */
  readonly trouble: unknown;
  /** Tries again. */
  readonly file: () => Promise<void>;
}

/** The reasons for going on all the same: kept over a reload, and filed once the ticket is saved, not before. */
export function useReasons(): Reasons {
  const { host, ticketId, ticket, reload } = useSidebar();
  const { value, change, clear } = useKept('guard_reasons', NO_REASONS, reasonsSchema);
  const [trouble, setTrouble] = useState<unknown>();
  const latest = useRef({ value, stamp: ticket.updatedAt, reload });
  latest.current = { value, stamp: ticket.updatedAt, reload };

  const file = useCallback(async () => {
    const { given } = latest.current.value;
    if (given.length === 0) return clear();
    setTrouble(undefined);
    try {
      for (const [index, reason] of given.entries()) {
        await fileReason({ host, ticketId }, reason);
        change({ given: given.slice(index + 1) });
      }
      clear();
      await latest.current.reload();
    } catch (error) {
      setTrouble(error);
    }
  }, [host, ticketId, change, clear]);

  useEffect(() => {
    const stops = [
      host.on('submitting', () => {
        const { value: begun, stamp } = latest.current;
        if (begun.given.length > 0) change({ submittedFrom: stamp });
      }),
      host.on('submitFailed', () => {
        if (latest.current.value.submittedFrom) change({ submittedFrom: undefined });
      }),
      host.on('submitted', () => void file()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [host, change, file]);

  useEffect(() => {
    const begun = latest.current.value;
    if (begun.given.length === 0) return;
    leftUnfiled({ host, ticketId }, begun)
      .then(async (left) => {
        change({ given: left, submittedFrom: undefined });
        latest.current.value = { ...begun, given: left };
        if (left.length > 0) await file();
      })
      .catch(setTrouble);
  }, [host, ticketId, change, file]);

  return {
    wordsOf: (code) => value.words[code] ?? '',
    write: (code, words) => change({ words: { ...latest.current.value.words, [code]: words } }),
    give(code, note) {
      const others = latest.current.value.given.filter((one) => one.code !== code);
      change({ given: [...others, { code, note }] });
    },
    trouble,
    file,
  };
}
