import { useMemo } from 'react';
import { type Calendar, createCalendar } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ClockRecord } from '../../domain/record.ts';
import type { CaseAnswer } from '../service/schemas.ts';
import type { PromisesAnswer, PromisesQuestion, Served, Service } from '../service/service.ts';
import type { Ticket } from '../zaf/tickets.ts';
import { useCaseAnswer } from './use-case-answer.ts';
import { usePromises } from './use-promises.ts';

function policyOf(
  promises: Served<PromisesAnswer> | undefined,
  record: ClockRecord | undefined,
): Policy | undefined {
  if (!promises?.ok) return undefined;
  const { policies, holds } = promises.value;
  const meant = record?.policy ?? holds;
  return policies.find(({ id, version }) => id === meant?.id && version === meant?.version);
}

function questionOf(ticket: Ticket, record: ClockRecord | undefined): PromisesQuestion {
  const received = record?.events.find(({ kind }) => kind === 'received')?.at;
  return { brandId: ticket.brandId, formId: ticket.formId, receivedAt: received };
}

export interface ServedValues {
  readonly promises?: Served<PromisesAnswer>;
  readonly caseAnswer?: Served<CaseAnswer>;
  readonly policy?: Policy;
  readonly calendar?: Calendar;
  /** Asks the service for everything again. */
  readonly ask: () => Promise<void>;
}

/** What the service says about the ticket, as far as it has answered. */
export function useServed(
  service: Service,
  ticket: Ticket | undefined,
  record: ClockRecord | undefined,
): ServedValues {
  const question = useMemo(() => ticket && questionOf(ticket, record), [ticket, record]);
  const { promises, ask: askPromises } = usePromises(service, question);
  const { caseAnswer, ask: askCase } = useCaseAnswer({
    service,
    ticketId: ticket?.id ?? 0,
    record,
    stamp: ticket?.updatedAt ?? '',
  });
  const policy = useMemo(() => policyOf(promises, record), [promises, record]);
  const data = promises?.ok ? promises.value.calendarData : undefined;
  const calendar = useMemo(() => data && createCalendar(data), [data]);
  return useMemo(
    () => ({
      ask: async () => void (await Promise.all([askPromises(), askCase()])),
      ...(promises ? { promises } : {}),
      ...(caseAnswer ? { caseAnswer } : {}),
      ...(policy ? { policy } : {}),
      ...(calendar ? { calendar } : {}),
    }),
    [askPromises, askCase, promises, caseAnswer, policy, calendar],
  );
}
