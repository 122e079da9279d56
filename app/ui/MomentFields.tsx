import { DatePicker } from '@zendeskgarden/react-datepickers';
import { Field, Fieldset, MediaInput, Message } from '@zendeskgarden/react-forms';
import { useId, useRef } from 'react';
import styled from 'styled-components';
import type { LocalDate } from '../../domain/local-date.ts';
import { useEnvironment } from './Environment.tsx';
import { ClockIcon } from './icons.tsx';
import { Row } from './layout.tsx';
import { CalendarIcon } from './more-icons.tsx';
import { parseDay, parseTime, type TypedMoment } from './typed-moment.ts';

/** The calendar's height, for which the frame makes room while it is open. */
const CALENDAR_HEIGHT = 300;

const Fields = styled(Row)`
  align-items: flex-start;
  margin-bottom: 8px;
`;

const TimeField = styled(Field)`
  flex: 0 0 96px;
`;

const DateField = styled(Field)`
  flex: 1;
  min-width: 0;
`;

/** Garden's calendar speaks in the browser's own midnights. */
function toBrowser(date: LocalDate): Date {
  return new Date(`${date}T00:00:00`);
}

function fromBrowser(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
}

/** The calendar hangs below its field, where a frame as high as its content would cut it off. */
function useRoomBelow() {
  const ref = useRef<HTMLFieldSetElement>(null);
  const make = (): void => {
    const bottom = ref.current?.getBoundingClientRect().bottom ?? 0;
    document.body.style.minHeight = `${Math.ceil(bottom + window.scrollY + CALENDAR_HEIGHT)}px`;
  };
  const drop = (): void => {
    document.body.style.minHeight = '';
  };
  return { ref, make, drop };
}

export interface MomentFieldsProps {
  readonly legend: string;
  readonly dateLabel: string;
  readonly timeLabel: string;
  readonly hint: string;
  readonly value: TypedMoment;
  /** Later dates can't be chosen. */
  readonly max: LocalDate;
  readonly onChange: (value: TypedMoment) => void;
  readonly error?: string | undefined;
}

/** Date and time of day in the agent's zone; both can be typed as people write them. */
export function MomentFields(props: MomentFieldsProps) {
  const { legend, dateLabel, timeLabel, hint, value, max, onChange, error } = props;
  const { language, when } = useEnvironment();
  const room = useRoomBelow();
  const id = useId();
  const validation = error ? ({ validation: 'error' } as const) : {};
  const pick = (text: string): void => {
    const date = parseDay(text, language.tag, max);
    if (date) onChange({ ...value, date });
  };
  return (
    <Fieldset ref={room.ref}>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      <Fields>
        <DateField>
          <Field.Label hidden>{dateLabel}</Field.Label>
          <DatePicker
            isCompact
            locale={language.tag}
            weekStartsOn={language.tag === 'en-US' ? 0 : 1}
            placement="bottom-start"
            maxValue={toBrowser(max)}
            formatDate={(date) => when.longDay(fromBrowser(date))}
            customParseDate={(text) => toBrowserOrInvalid(parseDay(text, language.tag, max))}
            onChange={(date) => pick(fromBrowser(date))}
            {...(value.date ? { value: toBrowser(value.date) } : {})}
          >
            <MediaInput
              isCompact
              end={<CalendarIcon />}
              aria-describedby={id}
              onFocus={room.make}
              onBlur={room.drop}
              {...validation}
            />
          </DatePicker>
        </DateField>
        <TimeField>
          <Field.Label hidden>{timeLabel}</Field.Label>
          <MediaInput
            isCompact
            end={<ClockIcon />}
            placeholder="00:00"
            inputMode="numeric"
            autoComplete="off"
            value={value.time}
            aria-describedby={id}
            onChange={(event) => onChange({ ...value, time: event.target.value })}
            onBlur={() => onChange({ ...value, time: parseTime(value.time) ?? value.time })}
            {...validation}
          />
        </TimeField>
      </Fields>
      <Message id={id} {...validation}>
        {error ?? hint}
      </Message>
    </Fieldset>
  );
}

/** Garden takes an invalid Date for a text that is no date. */
function toBrowserOrInvalid(date: LocalDate | undefined): Date {
  return date ? toBrowser(date) : new Date(Number.NaN);
}
