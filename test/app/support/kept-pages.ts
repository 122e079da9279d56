import { createVisits } from '../../support/visits.ts';
import { agents, type Stage } from './stage.ts';

/** The stage with its pages kept from one test to the next, each as good as new. */
export function withKeptPages(stage: Stage): Stage {
  const visits = createVisits(stage.browser);
  return {
    ...stage,
    async open(place, { agent = agents.english, ...options } = {}) {
      const page = await visits.open(options);
      await page.request.post(`${stage.sandbox.url}/__sandbox/session`, { data: { user_id: agent } });
      return { page, sidebar: await stage.show(page, place) };
    },
    closePages: visits.end,
  };
}
