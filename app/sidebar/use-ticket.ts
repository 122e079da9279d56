import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Account, AccountFields } from '../zaf/account.ts';
import type { Host } from '../zaf/host.ts';
import { fetchTicket, type Ticket } from '../zaf/tickets.ts';

export interface Loaded {
  readonly ticket: Ticket;
  readonly fields: AccountFields;
}

export interface TicketReading {
  /** What was read last; undefined before the first reply. */
  readonly loaded?: Loaded;
  /** Why the last reading failed. What was read before is still shown. */
  readonly error?: unknown;
  /** Reads again; several calls at once share one reading, and none is lost. */
  readonly reload: () => Promise<void>;
}

/** Runs `work` again as long as somebody asked while it ran. */
function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };
}

/** The ticket as it is asked for before anything is drawn, so that it has come when it can be shown. Given out once. */
export function askEarly(host: Host, ticketId: number): () => Promise<Ticket> | undefined {
  let asked: Promise<Ticket> | undefined = fetchTicket(host, ticketId);
  // Whoever takes it hears of the failure.
  asked.catch(() => {});
  return () => {
    const given = asked;
    asked = undefined;
    return given;
  };
}

export interface TicketSource {
  readonly host: Host;
  readonly account: Account;
  readonly ticketId: number;
  /** What was asked for already. */
  readonly early?: () => Promise<Ticket> | undefined;
}

/** The saved ticket and the account's fields, read anew whenever Zendesk says that something happened. */
export function useTicket({ host, account, ticketId, early }: TicketSource): TicketReading {
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<unknown>();
  const alive = useRef(true);
  const reload = useMemo(
    () =>
      coalesced(async () => {
        try {
          const asked = early?.() ?? fetchTicket(host, ticketId);
          const [fields, ticket] = await Promise.all([account.fields(), asked]);
          if (!alive.current) return;
          setLoaded({ fields, ticket });
          setError(undefined);
        } catch (failure) {
          if (alive.current) setError(failure);
        }
      }),
    [host, account, ticketId, early],
  );
  useEffect(() => {
    alive.current = true;
    void reload();
    const stops = (['ticket', 'submitted', 'activated'] as const).map((event) =>
      host.on(event, () => void reload()),
    );
    return () => {
      alive.current = false;
      for (const stop of stops) stop();
    };
  }, [host, reload]);
  const stable = useCallback(() => reload(), [reload]);
  return { ...(loaded ? { loaded } : {}), ...(error === undefined ? {} : { error }), reload: stable };
}
