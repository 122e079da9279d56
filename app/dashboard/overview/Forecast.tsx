import { useState } from 'react';
import { addDays, localDateAt } from '../../../domain/local-date.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import type { Overview } from '../api/overview.ts';
import { useBoard } from '../BoardContext.tsx';
import { Legend } from '../charts/Legend.tsx';
import { usePaint } from '../charts/paint.ts';
import { type Column, type Series, StackedColumns } from '../charts/StackedColumns.tsx';
import { useNames } from '../names/use-names.ts';
import { stepText } from '../names/words.ts';
import { Chart, FaceButtons, useFace } from '../parts/Chart.tsx';
import type { Tabular } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import type { Narrowings } from '../route/route.ts';
import { columnsOf, fillsOf, keysOf, NOBODY, OTHERS, type Split } from './forecast-model.ts';

type OnOpen = (list: Narrowings) => void;

function useSeries({ forecast }: Overview, split: Split): Series[] {
  const { language } = useBoard();
  const { say } = language;
  const paint = usePaint();
  const keys = keysOf(forecast, split);
  const ids = keys.filter((key) => split === 'owner' && /^\d+$/.test(key)).map(Number);
  const owner = useNames('user', ids);
  const labelOf = (key: string): string => {
    if (split === 'step') return stepText(key, language);
    if (key === NOBODY) return say('cases.noOwner');
    return key === OTHERS ? say('forecast.others') : owner(Number(key));
  };
  return fillsOf(keys, split, paint).map((one) => ({ ...one, label: labelOf(one.key) }));
}

function useTable(
  overview: Overview,
  parts: { columns: readonly Column[]; series: readonly Series[]; open: (key: string) => void },
) {
  const { language, when } = useBoard();
  const { columns, series, open } = parts;
  const table: Tabular = {
    caption: language.say('forecast.title'),
    columns: [
      language.say('forecast.day'),
      language.say('forecast.all'),
      ...series.map(({ label }) => label),
    ],
    rows: columns.map(({ key, total, counts }, index) => {
      const text = when.day(overview.forecast[index]?.date ?? localDateAt(overview.now, overview.timeZone));
      const shown = (
        <LinkButton key={key} onClick={() => open(key)}>
          {text}
        </LinkButton>
      );
      return [
        { text, shown: total === 0 ? text : shown },
        total,
        ...series.map((one) => counts[one.key] ?? 0),
      ];
    }),
  };
  return table;
}

/** What falls due on the next ten working days, one piece per case: its next deadline. */
export function Forecast({ overview, onOpen }: { overview: Overview; onOpen: OnOpen }) {
  const { language, when } = useBoard();
  const { say } = language;
  const [split, setSplit] = useState<Split>('step');
  const face = useFace();
  const series = useSeries(overview, split);
  const { forecast, now, timeZone } = overview;
  const today = localDateAt(now, timeZone);
  const words = { today, todayText: say('time.stepToday'), weekday: when.weekday };
  const columns = columnsOf(forecast, { split, keys: series.map(({ key }) => key) }, words);
  const open = (key: string): void => {
    const index = forecast.findIndex(({ date }) => date === key);
    const [day, before] = [forecast[index], forecast[index - 1]];
    if (!day) return;
    // What falls on a free day belongs to the working day before it; overdue cases are in no column.
    const from = before ? { due_from: addDays(before.until, 1) } : {};
    onOpen({ open: 'true', overdue: 'false', ...from, due_to: day.until });
  };
  const table = useTable(overview, { columns, series, open });
  return (
    <Section
      title={say('forecast.title')}
      actions={
        <>
          <LinkButton onClick={() => setSplit(split === 'step' ? 'owner' : 'step')}>
            {say(split === 'step' ? 'forecast.byOwner' : 'forecast.byStep')}
          </LinkButton>
          <FaceButtons face={face} table={table} file="forecast.csv" />
        </>
      }
    >
      <Chart face={face} table={table}>
        <Legend items={series} />
        <StackedColumns columns={columns} series={series} onChoose={open} />
      </Chart>
    </Section>
  );
}
