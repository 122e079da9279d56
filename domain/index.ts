/**
 * Deadlines for formal complaints: pure, told the time and the calendar, never asking.
 *
 * policy: what the company promised, as data. duty: one promise, `after` an event, `within` an offset, `doneBy` events.
 * regime: a set of duties with one source. case: one formal complaint. event: something that happened to it at an
 * instant. deadline: a duty applied to a case. calendar: which days count, and up to when that is known.
 * reason: one line of the explanation of a date. clock record: the case as the ticket carries it.
 */
export * from './actions.ts';
export * from './anchor-kinds.ts';
export * from './calendar.ts';
export * from './calendar-data.ts';
export * from './case.ts';
export * from './company.ts';
export * from './control-chart.ts';
export * from './count.ts';
export * from './deadline.ts';
export * from './deadlines.ts';
export * from './events.ts';
export * from './extensions.ts';
export * from './fold.ts';
export * from './guidance.ts';
export * from './in-force.ts';
export * from './letter-places.ts';
export * from './local-date.ts';
export * from './marks.ts';
export * from './messaging.ts';
export * from './months.ts';
export * from './moved-promises.ts';
export * from './moves.ts';
export * from './noted.ts';
export * from './notes.ts';
export * from './offset.ts';
export * from './offset-schema.ts';
export * from './ombudsman-date.ts';
export * from './plan.ts';
export * from './policy.ts';
export * from './policy-choice.ts';
export * from './policy-parts.ts';
export * from './projection.ts';
export * from './reach.ts';
export * from './reason-text.ts';
export * from './reasons.ts';
export * from './receipt-tag.ts';
export * from './record.ts';
export * from './record-text.ts';
export * from './regime.ts';
export * from './retention.ts';
export * from './send.ts';
export * from './service-tags.ts';
export * from './stage.ts';
export * from './terms.ts';
export * from './ticket-fields.ts';
