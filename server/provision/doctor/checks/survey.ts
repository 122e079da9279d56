import { SPARE_SURVEY, surveysOfOthers } from '../../compare/survey.ts';
import { ok, warning } from '../findings.ts';
import { SCREENS } from '../screens.ts';
import type { Check } from '../types.ts';

/** Nobody is asked how they were served while their complaint is open. */
export const survey: Check = {
  id: 'survey',
  title: 'Customer survey',
  run: async ({ living }) => {
    const account = await living.objects();
    const others = surveysOfOthers(account);
    if (others.length > 0)
      return others.map(({ id, title }) =>
        warning(
          `the rule "${title}" (${id}) asks customers how they were served, also those whose complaint is still open`,
          `${SCREENS.automations}, or Triggers: open it. ${SPARE_SURVEY}, once npm run provision -- apply has been run. It is yours, and never changed by us.`,
        ),
      );
    return [
      ok(
        account.lacks.ratings
          ? 'satisfaction ratings are off, so customers are not asked'
          : 'customers are asked after their complaint is closed, and not before',
      ),
    ];
  },
};
