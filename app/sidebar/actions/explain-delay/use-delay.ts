import { z } from 'zod/mini';
import { type Deadline, deadlineState } from '../../../../domain/deadline.ts';
import type { Instant } from '../../../../domain/local-date.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import { OPTION_PREFIX, optionName } from '../../../../domain/terms.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { loadSoon } from '../../load-soon.ts';
import { dutyName } from '../../model/duty-names.ts';
import { useSidebar } from '../../SidebarContext.tsx';

export interface Delay {
  /** The option chosen, empty for none yet. */
  readonly option: string;
  readonly choose: (option: string) => void;
  /** Whether the file says so already. */
  readonly saved: boolean;
  /** Puts the reason onto the case's file, where it is not yet. @throws RestError */
  readonly save: () => Promise<void>;
}

export function isOverdue(deadline: Deadline, now: Instant): boolean {
  return deadlineState(deadline, now) === 'overdue';
}

/** The reason why a duty is late: chosen from a list, so that reports can count it. */
export function useDelay({ regime, duty }: Deadline, record: ClockRecord): Delay {
  const { language } = useEnvironment();
  const { host, ticketId, fields } = useSidebar();
  const noted = record.notes?.findLast(
    (note) => note.topic === 'delay' && note.regime === regime && note.duty === duty,
  );
  const before = noted?.code === undefined ? '' : `${OPTION_PREFIX.delay_reason}${noted.code}`;
  const kept = useKept(`delay:${regime}.${duty}`, before, z.string());
  const option = kept.value || before;
  return {
    option,
    choose: kept.set,
    saved: option !== '' && option === before,
    async save() {
      const code = optionName('delay_reason', option);
      if (code === undefined || option === before) return;
      const reason = fields.delay_reason?.options.find(({ value }) => value === option)?.name ?? code;
      const { recordNoted } = await loadSoon();
      await recordNoted(host, ticketId, {
        topic: 'delay',
        with: { regime, duty, code },
        note: language.say('delay.note', { duty: dutyName(duty, 'open', { language }), reason }),
        ...(fields.delay_reason ? { fields: [{ id: fields.delay_reason.id, value: option }] } : {}),
      });
    },
  };
}
