import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import * as actions from './actions.ts';
import * as causes from './causes.ts';
import * as overview from './overview.ts';
import * as promises from './promises.ts';

export type { CauseAction, CauseActionChange, NewCauseAction } from './actions.ts';
export type { CauseCount, NamedCount, RedressCount, Satisfaction, Span } from './causes.ts';
export type { FigureFilter } from './filter.ts';
export type { DueCount, OpenCounts } from './overview.ts';
export type { DueSpan, HandlerCount, KeptCount, TakenTimes } from './promises.ts';

type Bound<F> = F extends (db: Kysely<Tables>, ...rest: infer R) => infer T ? (...rest: R) => T : never;

/** What the leads' page is counted from; what each figure means stands in docs/figures.md. */
export interface Figures {
  readonly openCounts: Bound<typeof overview.openCounts>;
  readonly comingDue: Bound<typeof overview.comingDue>;
  readonly dueSoonest: Bound<typeof overview.dueSoonest>;
  readonly keptByMonth: Bound<typeof promises.keptByMonth>;
  readonly takenTimes: Bound<typeof promises.takenTimes>;
  readonly lateByReason: Bound<typeof promises.lateByReason>;
  readonly keptByHandler: Bound<typeof promises.keptByHandler>;
  readonly causesByMonth: Bound<typeof causes.causesByMonth>;
  readonly firstReceipt: Bound<typeof causes.firstReceipt>;
  readonly responses: Bound<typeof causes.responses>;
  readonly decisions: Bound<typeof causes.decisions>;
  readonly redress: Bound<typeof causes.redress>;
  readonly countEvents: Bound<typeof causes.countEvents>;
  readonly satisfaction: Bound<typeof causes.satisfaction>;
  readonly listActions: Bound<typeof actions.listActions>;
  readonly addAction: Bound<typeof actions.addAction>;
  readonly changeAction: Bound<typeof actions.changeAction>;
}

export function createFigures(db: Kysely<Tables>): Figures {
  return {
    openCounts: (wanted) => overview.openCounts(db, wanted),
    comingDue: (wanted) => overview.comingDue(db, wanted),
    dueSoonest: (wanted) => overview.dueSoonest(db, wanted),
    keptByMonth: (starts, wanted) => promises.keptByMonth(db, starts, wanted),
    takenTimes: (span, filter) => promises.takenTimes(db, span, filter),
    lateByReason: (span, wanted) => promises.lateByReason(db, span, wanted),
    keptByHandler: (span, wanted) => promises.keptByHandler(db, span, wanted),
    causesByMonth: (starts, filter) => causes.causesByMonth(db, starts, filter),
    firstReceipt: (filter) => causes.firstReceipt(db, filter),
    responses: (span, filter) => causes.responses(db, span, filter),
    decisions: (span, filter) => causes.decisions(db, span, filter),
    redress: (span, filter) => causes.redress(db, span, filter),
    countEvents: (span, of) => causes.countEvents(db, span, of),
    satisfaction: (span, filter) => causes.satisfaction(db, span, filter),
    listActions: (categories) => actions.listActions(db, categories),
    addAction: (added) => actions.addAction(db, added),
    changeAction: (id, change) => actions.changeAction(db, id, change),
  };
}
