import { useCallback, useEffect, useRef, useState } from 'react';
import type { PromisesAnswer, PromisesQuestion, Served, Service } from '../service/service.ts';

export interface PromisesReading {
  readonly promises?: Served<PromisesAnswer>;
  readonly ask: () => Promise<void>;
}

/** What the company promises for such a ticket, asked for once, and again where somebody wants to know. */
export function usePromises(service: Service, question: PromisesQuestion | undefined): PromisesReading {
  const [promises, setPromises] = useState<Served<PromisesAnswer>>();
  const asked = useRef(0);
  const key = question && JSON.stringify(question);
  const ask = useCallback(async () => {
    if (key === undefined) return;
    asked.current += 1;
    const turn = asked.current;
    // What was kept is shown at once, so that the view does not change under the agent's hand a moment later.
    const kept = await service.keptPromises(JSON.parse(key));
    if (turn !== asked.current) return;
    setPromises((before) => before ?? kept);
    const answer = await service.promises(JSON.parse(key));
    if (turn === asked.current) setPromises(answer);
  }, [service, key]);
  useEffect(() => {
    void ask();
    return () => {
      asked.current += 1;
    };
  }, [ask]);
  return { ask, ...(promises ? { promises } : {}) };
}
