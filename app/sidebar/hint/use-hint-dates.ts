import { useEnvironment } from '../../ui/Environment.tsx';
import type { Fact } from '../record/Facts.tsx';
import { deadlinesIf, previewOf } from '../record/preview.ts';
import { viaChannel } from '../record/via-channel.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useMinute } from '../use-minute.ts';
import type { CustomerTexts } from './use-customer-texts.ts';

/** When the text came in, and when it would have to be acknowledged; the latter only where the policy is known. */
export function useHintDates({ lastAt }: CustomerTexts): Fact[] {
  const { language, when } = useEnvironment();
  const { policy, calendar, ticket } = useSidebar();
  const { say } = language;
  const now = useMinute();
  const received: Fact = { id: 'received', label: say('hint.received'), when: when.deadline(lastAt, now) };
  if (!policy || !calendar) return [received];
  const thought = { channel: viaChannel(ticket.via) ?? 'other', receivedAt: lastAt, acknowledged: false };
  const reading = { now, calendar, language, when };
  const [first] = previewOf(deadlinesIf(thought, { policy, calendar }, now) ?? [], reading, policy);
  return first ? [received, { ...first, label: say('hint.ackDue') }] : [received];
}
