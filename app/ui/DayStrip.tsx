import styled, { css } from 'styled-components';
import { type LocalDate, weekdayOf } from '../../domain/local-date.ts';
import { color, hue } from './color.ts';
import { useEnvironment } from './Environment.tsx';
import type { Tone } from './tone.ts';

/** One day of the strip: its number where it counts, none where it doesn't. */
export interface StripDay {
  readonly date: LocalDate;
  readonly n?: number;
  readonly due: boolean;
}

const Strip = styled.div<{ $columns: number }>`
  display: grid;
  grid-template-columns: repeat(${({ $columns }) => $columns}, minmax(0, 1fr));
  gap: 3px;
`;

const DUE = {
  neutral: ['border.primaryEmphasis', 'background.default', 'foreground.default'],
  success: ['border.primaryEmphasis', 'background.default', 'foreground.default'],
  warning: ['border.warningEmphasis', 'background.warning', 'foreground.warningEmphasis'],
  danger: ['border.dangerEmphasis', 'background.danger', 'foreground.dangerEmphasis'],
} as const;

const Day = styled.div<{ $kind: 'zero' | 'counted' | 'off' | 'due'; $tone: Tone }>`
  display: grid;
  justify-items: center;
  padding: 2px 0;
  border: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  border-radius: ${({ theme }) => theme.borderRadii.sm};
  color: ${color('foreground.subtle')};
  font-size: 10px;
  line-height: 14px;

  & b {
    color: ${color('foreground.default')};
    font-size: 12px;
    line-height: 15px;
  }

  ${({ $kind }) =>
    $kind === 'counted' &&
    css`
      border-color: ${hue('primaryHue', 200, 900)};
      background: ${hue('primaryHue', 100, 1000)};
      color: ${hue('primaryHue', 800, 400)};
    `}
  ${({ $kind }) =>
    $kind === 'due' &&
    css<{ $tone: Tone }>`
      border-width: 2px;
      padding: 1px 0;
      border-color: ${({ theme, $tone }) => color(DUE[$tone][0])({ theme })};
      background: ${({ theme, $tone }) => color(DUE[$tone][1])({ theme })};
      color: ${({ theme, $tone }) => color(DUE[$tone][2])({ theme })};
    `}
  ${({ $kind }) =>
    $kind === 'off' &&
    css`
      border-style: dashed;
      background: repeating-linear-gradient(
        135deg,
        ${color('background.subtle')} 0 3px,
        ${color('border.subtle')} 3px 4px
      );

      & b {
        font-weight: normal;
        color: ${color('foreground.subtle')};
      }
    `}
`;

function kindOf({ n, due }: StripDay): 'zero' | 'counted' | 'off' | 'due' {
  if (n === undefined) return 'off';
  if (due) return 'due';
  return n === 0 ? 'zero' : 'counted';
}

/** The days from the event to the due date at a glance. The list below says the same in words. */
export function DayStrip({ days, tone }: { days: readonly StripDay[]; tone: Tone }) {
  const { when } = useEnvironment();
  // More than eight days are shown in weeks, Monday to Sunday, so that the weekends fall under each other.
  const weeks = days.length > 8;
  const [first] = days;
  const start = weeks && first ? weekdayOf(first.date) : undefined;
  return (
    <Strip aria-hidden="true" $columns={weeks ? 7 : Math.max(days.length, 5)}>
      {days.map((day, index) => (
        <Day
          key={day.date}
          $kind={kindOf(day)}
          $tone={tone}
          style={index === 0 && start !== undefined ? { gridColumnStart: start } : undefined}
        >
          <span>{when.weekday(day.date)}</span>
          <b>{Number(day.date.slice(8))}</b>
          <span>{day.n ?? '–'}</span>
        </Day>
      ))}
    </Strip>
  );
}
