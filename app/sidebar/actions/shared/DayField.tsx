import { DatePicker } from '@zendeskgarden/react-datepickers';
import { Field, MediaInput } from '@zendeskgarden/react-forms';
import { useRef } from 'react';
import { addDays, type LocalDate } from '../../../../domain/local-date.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { CalendarIcon } from '../../../ui/more-icons.tsx';
import { parseDay } from '../../../ui/typed-moment.ts';

/** The calendar's height, for which the frame makes room while it is open. */
const CALENDAR_HEIGHT = 300;
/** A date typed without its year is the next one, up to nearly a year ahead. */
const AHEAD = 364;

/** Garden's calendar speaks in the browser's own midnights. */
function toBrowser(date: LocalDate): Date {
  return new Date(`${date}T00:00:00`);
}

function fromBrowser(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

export interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: LocalDate | undefined;
  readonly min: LocalDate;
  readonly onChange: (value: LocalDate) => void;
  readonly fault?: string | undefined;
}

/** A date to come; it can be typed as people write it. */
export function DayField({ label, hint, value, min, onChange, fault }: DayFieldProps) {
  const { language, when } = useEnvironment();
  const box = useRef<HTMLDivElement>(null);
  const makeRoom = (): void => {
    const bottom = box.current?.getBoundingClientRect().bottom ?? 0;
    document.body.style.minHeight = `${Math.ceil(bottom + window.scrollY + CALENDAR_HEIGHT)}px`;
  };
  const dropRoom = (): void => {
    document.body.style.minHeight = '';
  };
  const read = (text: string): LocalDate | undefined => parseDay(text, language.tag, addDays(min, AHEAD));
  const typed = (text: string): Date => {
    const date = read(text);
    return date ? toBrowser(date) : new Date(Number.NaN);
  };
  return (
    <div ref={box}>
      <Field>
        <Field.Label>{label}</Field.Label>
        {hint ? <Field.Hint>{hint}</Field.Hint> : null}
        <DatePicker
          isCompact
          locale={language.tag}
          weekStartsOn={language.tag === 'en-US' ? 0 : 1}
          placement="bottom-start"
          minValue={toBrowser(min)}
          formatDate={(date) => when.longDay(fromBrowser(date))}
          customParseDate={typed}
          onChange={(date) => {
            const day = read(fromBrowser(date));
            if (day) onChange(day);
          }}
          {...(value ? { value: toBrowser(value) } : {})}
        >
          <MediaInput
            isCompact
            end={<CalendarIcon />}
            onFocus={makeRoom}
            onBlur={dropRoom}
            {...(fault ? { validation: 'error' as const } : {})}
          />
        </DatePicker>
        {fault ? <Field.Message validation="error">{fault}</Field.Message> : null}
      </Field>
    </div>
  );
}
