import type { z } from 'zod';
import { allLabels } from '../labels.ts';
import { changeAction, changedAction, createAction, newAction } from './action-bodies.ts';
import { actionsAnswer, actionsQuery } from './actions.ts';
import { withBody } from './body.ts';
import { causesAnswer } from './causes.ts';
import type { FigureSetting } from './figure-setting.ts';
import { monthQuery } from './filters.ts';
import { type Answer, otherMethods, withQuery } from './handlers.ts';
import type { LeadRoute } from './leads-router.ts';
import { reportPage } from './monthly-report/report-page.ts';
import { overviewAnswer, overviewQuery } from './overview.ts';
import { sendProblem } from './problem.ts';
import { promisesAnswer } from './promises.ts';
import { idText, noQuery } from './query.ts';
import { reportPageQuery } from './report-query.ts';
import type { ApiOptions } from './router.ts';

/** What figures are made from now; without policies nothing is promised, and days are those of UTC. */
export function settingOf({ ledger, clock, promises }: ApiOptions): FigureSetting {
  const now = clock.now();
  const calendarFrom: FigureSetting['calendarFrom'] = (...asked) => {
    if (!promises) throw new Error('there is no policy whose calendar could be asked');
    return promises.calendarFrom(...asked);
  };
  return { ledger, policies: promises?.policies ?? [], calendarFrom, now };
}

function answering<T>(
  schema: z.ZodType<T>,
  options: ApiOptions,
  answer: (query: T, setting: FigureSetting) => Promise<unknown>,
): Answer {
  return withQuery(schema, async (query, _request, response) => {
    response.json(await answer(query, settingOf(options)));
  });
}

function addActions(lead: LeadRoute, options: ApiOptions): void {
  const onAdd = withBody(newAction, async (body, _request, response) => {
    response.status(201).json(await createAction(body, settingOf(options)));
  });
  const onChange = withBody(changedAction, async (body, request, response) => {
    const id = idText.safeParse(request.params.id);
    const changed = id.success ? await changeAction(id.data, body, settingOf(options)) : undefined;
    if (changed) response.json(changed);
    else sendProblem(response, 'action_not_found');
  });
  lead('/actions')
    .get(answering(actionsQuery, options, actionsAnswer))
    .post(onAdd)
    .all(otherMethods('GET, HEAD, POST'));
  lead('/actions/:id').patch(onChange).all(otherMethods('PATCH'));
}

/** The figures of the leads' page; each address answers nobody but leads. */
export function addLeadFigures(lead: LeadRoute, options: ApiOptions): void {
  const get = otherMethods('GET, HEAD');
  lead('/overview')
    .get(answering(overviewQuery, options, overviewAnswer))
    .all(get);
  lead('/promises')
    .get(answering(monthQuery, options, promisesAnswer))
    .all(get);
  lead('/causes')
    .get(answering(monthQuery, options, causesAnswer))
    .all(get);
  addActions(lead, options);
  const onLabels = withQuery(noQuery, async (_query, _request, response) => {
    response.json(allLabels(options.promises?.policies ?? []));
  });
  lead('/labels').get(onLabels).all(get);
  const onReport = withQuery(reportPageQuery, async (query, _request, response) => {
    const { html, policy } = await reportPage(query, settingOf(options), options.leads?.names);
    response
      .set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
      .send(html);
  });
  lead('/report.html').get(onReport).all(get);
}
