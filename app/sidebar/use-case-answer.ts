import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventKind } from '../../domain/events.ts';
import { type Instant, MINUTE } from '../../domain/local-date.ts';
import type { ClockRecord } from '../../domain/record.ts';
import type { CaseAnswer } from '../service/schemas.ts';
import type { Served, Service } from '../service/service.ts';

/** The service answers from its ledger, which follows the ticket by a moment: asked again so often, so far apart. */
const FOLLOW = [700, 1500, 3000, 6000];
/** While it can't be reached it is asked now and then, so that nobody has to, in milliseconds. */
const PROBE = 60_000;

export interface CaseReading {
  readonly caseAnswer?: Served<CaseAnswer>;
  readonly ask: () => Promise<void>;
}

const doesCount = ({ payload }: CaseAnswer['events'][number]): boolean =>
  payload.refused === undefined && payload.corrected_by === undefined && payload.void !== true;

/** Whether the ticket's record tells of more than the answer does. */
function isBehind({ events }: CaseAnswer, { events: recorded, notes = [] }: ClockRecord): boolean {
  const counting = events.filter(doesCount);
  const isTold = (kind: EventKind, at: Instant, topic?: string): boolean =>
    counting.some(
      (event) =>
        event.kind === kind &&
        (topic === undefined || event.payload.topic === topic) &&
        Math.abs(event.at - at) < MINUTE,
    );
  return (
    recorded.some(({ kind, at }) => !isTold(kind, at)) ||
    notes.some(({ topic, at }) => !isTold('noted', at, topic))
  );
}

function waitAfter(answer: Served<CaseAnswer>, record: ClockRecord, tries: number): number | undefined {
  if (answer.ok) return isBehind(answer.value, record) ? FOLLOW[tries] : undefined;
  if (answer.code === 'not_found') return FOLLOW[tries];
  return answer.code === 'unreachable' ? PROBE : undefined;
}

export interface CaseQuestion {
  readonly service: Service;
  readonly ticketId: number;
  /** Of a ticket with a case; undefined: nothing is asked. */
  readonly record: ClockRecord | undefined;
  /** Changes whenever the ticket does. */
  readonly stamp: string;
}

/** What the service knows of the ticket's case: asked anew whenever the ticket changes. */
export function useCaseAnswer({ service, ticketId, record, stamp }: CaseQuestion): CaseReading {
  const [caseAnswer, setAnswer] = useState<Served<CaseAnswer>>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const ask = useCallback(async () => {
    if (!record || stamp === '') return;
    clearTimeout(timer.current);
    turn.current += 1;
    const mine = turn.current;
    const once = async (tries: number): Promise<void> => {
      const answer = await service.case(ticketId);
      if (mine !== turn.current) return;
      setAnswer(answer);
      const wait = waitAfter(answer, record, tries);
      if (wait !== undefined) timer.current = setTimeout(() => void once(tries + 1), wait);
    };
    await once(0);
  }, [service, ticketId, record, stamp]);
  useEffect(() => {
    void ask();
    return () => {
      turn.current += 1;
      clearTimeout(timer.current);
    };
  }, [ask]);
  return { ask, ...(caseAnswer && record ? { caseAnswer } : {}) };
}
