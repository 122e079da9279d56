import { useState } from 'react';
import { z } from 'zod/mini';
import { CoverageError } from '../../../../domain/calendar.ts';
import type { Deadline } from '../../../../domain/deadline.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { dutyName } from '../../model/duty-names.ts';
import type { Rules } from '../../model/what-if.ts';
import { recordEvent } from '../../record/event.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import type { ActionProps } from '../action.ts';
import { dueText } from '../shared/due-text.ts';
import { NO_REASON, reasonOf, reasonSchema } from '../shared/Reason.tsx';
import { useLetter } from '../shared/use-letter.ts';
import { type Extending, extendable, keyOf, lengthTyped, tryExtension, withinOf } from './extension.ts';
import { newDateText, type ToldDate, toldDateOf, toldDateSchema } from './new-date-text.ts';
import { UNITS } from './units.ts';

const entrySchema = z.object({
  key: z.string(),
  amount: z.string(),
  unit: z.optional(z.enum(UNITS)),
  reason: reasonSchema,
  /** It stands on the ticket; only the letter that tells of this date is missing. */
  told: z.optional(toldDateSchema),
});

const EMPTY: z.output<typeof entrySchema> = { key: '', amount: '1', reason: NO_REASON };

/** The extension as far as it is entered. Beyond the calendar's reach no date can be told. */
function tried(
  props: ActionProps,
  rules: Rules | undefined,
  deadline: Deadline | undefined,
  length: ReturnType<typeof lengthTyped>,
): Extending | undefined {
  if (!rules || !deadline || !length) return undefined;
  try {
    return tryExtension(props.record, rules, { deadline, by: length, now: props.reading.now });
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

/** Puts the letter with the new date into the reply. */
function useInsert({ reading: { language } }: ActionProps): (told: ToldDate) => Promise<void> {
  const { host } = useSidebar();
  const letter = useLetter();
  return async (told) => {
    const { locale } = await host.requester();
    const newDate = (letterLanguage: string): string => newDateText(told, letterLanguage, locale);
    await letter('extension', language.say('extend.event'), { newDate });
  };
}

/** Records the extension, with the dates before and after for people. @throws RestError */
function useRecording({ reading, record }: ActionProps) {
  const { say } = reading.language;
  const { host, ticketId } = useSidebar();
  return async (
    { before, after }: Extract<Extending, { ok: true }>,
    within: string,
    reason: NonNullable<ReturnType<typeof reasonOf>>,
  ): Promise<ToldDate> => {
    const { regime, duty } = before;
    const dates = { before: dueText(before, reading), after: dueText(after, reading) };
    const name = dutyName(duty, 'open', reading);
    await recordEvent(host, ticketId, {
      complaint: { event: 'extended', regime, duty, within, reason: reason.code },
      note: say('extend.note', { duty: name, ...dates, reason: reason.text }),
    });
    return toldDateOf(after, record.calendar.zone);
  };
}

/** The state of the form that moves a deadline, and what its button does. */
export function useExtension(props: ActionProps, rules: Rules | undefined) {
  const { reading, deadlines, byPost, onClose } = props;
  const { fields, hold, reload } = useSidebar();
  const kept = useKept('extend', EMPTY, entrySchema);
  const action = useAction();
  const record = useRecording(props);
  const insert = useInsert(props);
  const [shown, setShown] = useState(false);
  const choices = rules ? extendable(deadlines, rules.policy, reading.now) : [];
  const deadline = choices.find((one) => keyOf(one) === kept.value.key) ?? choices[0];
  const unit = kept.value.unit ?? deadline?.within.unit ?? 'working_days';
  const length = lengthTyped(kept.value.amount, unit);
  const extending = tried(props, rules, deadline, length);
  const reason = reasonOf(kept.value.reason, fields.delay_reason);

  const tell = async (): Promise<ToldDate | undefined> => {
    if (!length || !reason || !extending?.ok) return undefined;
    const told = await record(extending, withinOf(length), reason);
    // The policy may not allow another: the letter is offered all the same, until it is written.
    hold();
    kept.change({ told });
    return told;
  };
  const submit = (): void => {
    setShown(true);
    void action.run(async () => {
      const told = kept.value.told ?? (await tell());
      if (told && !byPost) {
        await insert(told);
        kept.clear();
        onClose();
      }
      if (told) await reload();
    });
  };
  return { ...kept, ...action, choices, deadline, unit, length, extending, reason, shown, submit };
}
