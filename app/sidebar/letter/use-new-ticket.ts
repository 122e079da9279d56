import { useEffect, useMemo, useState } from 'react';
import { type Calendar, createCalendar } from '../../../domain/calendar.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { PromisesAnswer, Service } from '../../service/service.ts';
import type { Account, AccountFields } from '../../zaf/account.ts';
import type { Host, Requester } from '../../zaf/host.ts';

/** What the ticket that is being written holds by now. */
export interface NewTicketState {
  readonly tags: readonly string[];
  /** Undefined until one is chosen. */
  readonly requester?: Requester;
}

/** Tags and requester of the ticket that is being written, as they change. */
export function useNewTicket(host: Host): NewTicketState {
  const [state, setState] = useState<NewTicketState>({ tags: [] });
  useEffect(() => {
    let alive = true;
    const read = async (): Promise<void> => {
      const [tags, requester] = await Promise.all([
        host.draft.tags(),
        // Zendesk has no requester to tell of before one is chosen.
        host.requester().catch(() => undefined),
      ]);
      if (!alive) return;
      setState({ tags, ...(requester?.name || requester?.email ? { requester } : {}) });
    };
    const look = (): void => void read().catch(() => undefined);
    look();
    const stops = [host.on('tags', look), host.on('requester', look)];
    return () => {
      alive = false;
      for (const stop of stops) stop();
    };
  }, [host]);
  return state;
}

/** The account's fields; undefined until known, an error where they can't be read. */
export function useFields(account: Account): { fields?: AccountFields; error?: unknown } {
  const [state, setState] = useState<{ fields?: AccountFields; error?: unknown }>({});
  useEffect(() => {
    let alive = true;
    account.fields().then(
      (fields) => alive && setState({ fields }),
      (error: unknown) => alive && setState({ error }),
    );
    return () => {
      alive = false;
    };
  }, [account]);
  return state;
}

/** The policy that would hold, and its calendar; undefined where the service never told of them. */
export function useRules(service: Service): { policy: Policy; calendar: Calendar } | undefined {
  const [promises, setPromises] = useState<PromisesAnswer>();
  useEffect(() => {
    let alive = true;
    // Without an answer the form works all the same: only the dates are missing.
    void service.promises({}).then((answer) => alive && answer.ok && setPromises(answer.value));
    return () => {
      alive = false;
    };
  }, [service]);
  return useMemo(() => {
    if (!promises?.calendarData) return undefined;
    const { holds, policies, calendarData } = promises;
    const policy = policies.find(({ id, version }) => id === holds?.id && version === holds.version);
    return policy && { policy, calendar: createCalendar(calendarData) };
  }, [promises]);
}
