import { useState } from 'react';
import type { ClockRecord } from '../../../../domain/record.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { type Kept, useKept } from '../../../ui/use-kept.ts';
import { recordNoted } from '../../record/noted.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { type Action, useAction } from '../../use-action.ts';
import { DATA_PROTECTION } from './AddedBox.tsx';
import {
  type Decision,
  type DecisionFaults,
  decisionFaults,
  decisionSchema,
  savedDecision,
} from './decision.ts';
import { currencyOf, redressNoting } from './redress.ts';

export interface ResponseEntry {
  readonly kept: Kept<Decision>;
  readonly faults: DecisionFaults;
  readonly change: (part: Partial<Decision>) => void;
  readonly action: Action;
  /** Puts the response into the reply, then goes on. */
  readonly insert: (then: () => void) => void;
}

/** What the agent decides about the formal response, and what inserting it does. */
export function useResponse(record: ClockRecord): ResponseEntry {
  const { language } = useEnvironment();
  const { host, ticketId, ticket, fields, policy, drafts } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const [faults, setFaults] = useState<DecisionFaults>({});
  const saved = savedDecision(ticket, fields);
  const kept = useKept<Decision>('response', saved, decisionSchema);

  const write = async ({ outcome, category, option, amount }: Decision): Promise<void> => {
    const currency = currencyOf(policy);
    const noting = redressNoting({ redress: { option, amount }, record, fields, currency, language });
    // The amount is a fact for the case's file, which only an update of its own can carry.
    if (noting) await recordNoted(host, ticketId, noting);
    const extras = record.flags?.includes(DATA_PROTECTION) ? (['data_protection'] as const) : [];
    await drafts.insert('responded', { ...(outcome ? { outcome } : {}), extras });
    if (category && category !== saved.category) await drafts.choose('category', category);
    if (!noting && fields.redress) await drafts.choose('redress', option);
  };

  return {
    kept,
    faults,
    action,
    change(part) {
      kept.change(part);
      setFaults({});
    },
    insert(then) {
      const found = decisionFaults(kept.value);
      setFaults(found);
      if (Object.keys(found).length > 0) return;
      void action.run(async () => {
        await write(kept.value);
        kept.clear();
        announce(language.say('live.inserted', { event: language.say('response.title') }));
        then();
      });
    },
  };
}
