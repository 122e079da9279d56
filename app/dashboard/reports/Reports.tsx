import { localDateAt } from '../../../domain/local-date.ts';
import type { Overview } from '../api/overview.ts';
import { monthPlus } from '../format.ts';
import { Divider } from '../parts/Section.tsx';
import type { Routing } from '../route/use-route.ts';
import { Actions } from './Actions.tsx';
import { MonthlyReport } from './MonthlyReport.tsx';

export interface ReportsProps extends Routing {
  readonly overview: Overview | undefined;
}

/** What goes to management, and what is being done about root causes. */
export default function Reports({ route, go, overview }: ReportsProps) {
  const present = localDateAt(overview?.now ?? Date.now(), overview?.timeZone ?? 'UTC').slice(0, 7);
  const month = route.month ?? monthPlus(present, -1);
  return (
    <>
      <MonthlyReport
        filters={route.filters}
        month={month}
        present={present}
        onMonth={(chosen) => go({ month: chosen })}
      />
      <Divider />
      <Actions about={route.about} onAbout={(about) => go({ about: about ?? '' })} />
    </>
  );
}
