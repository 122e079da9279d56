import { useCallback } from 'react';
import { type Instant, MINUTE } from '../../../domain/local-date.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import type { Fact } from '../record/Facts.tsx';
import { deadlinesIf, previewOf } from '../record/preview.ts';
import { viaChannel } from '../record/via-channel.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useNow } from '../use-now.ts';
import type { CustomerTexts } from './use-customer-texts.ts';

/** When the text came in, and when it would have to be acknowledged; the latter only where the policy is known. */
export function useHintDates({ lastAt }: CustomerTexts): Fact[] {
  const { language, when, now: clock } = useEnvironment();
  const { policy, calendar, ticket } = useSidebar();
  const { say } = language;
  const now = useNow(
    clock,
    useCallback((at: Instant) => at + MINUTE, []),
  );
  const received: Fact = { id: 'received', label: say('hint.received'), when: when.deadline(lastAt, now) };
  if (!policy || !calendar) return [received];
  const thought = { channel: viaChannel(ticket.via) ?? 'other', receivedAt: lastAt, acknowledged: false };
  const reading = { now, calendar, language, when };
  const [first] = previewOf(deadlinesIf(thought, { policy, calendar }, now) ?? [], reading, policy);
  return first ? [received, { ...first, label: say('hint.ackDue') }] : [received];
}
