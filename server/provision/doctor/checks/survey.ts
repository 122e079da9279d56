import { z } from 'zod';
import { isZendeskError } from '../../../zendesk/errors.ts';
import type { ZendeskRest } from '../../../zendesk/port.ts';
import { ONLY_CLOSED, SPARE_SURVEY, surveysOfOthers } from '../../compare/survey.ts';
import { ok, warning } from '../findings.ts';
import { SCREENS } from '../screens.ts';
import type { Check } from '../types.ts';

const surveysReply = z.object({ surveys: z.array(z.object({ state: z.string() })) });

/**
 * Whether Zendesk's newer survey is on, which excludes its satisfaction ratings. Accounts that never had it, plans that
 * lack it and users who may not ask answer otherwise: then nothing can be said of it.
 */
async function hasNewerSurvey(rest: Pick<ZendeskRest, 'get'>): Promise<boolean> {
  try {
    const reply = surveysReply.safeParse(await rest.get('guide/en-us/surveys'));
    return reply.success && reply.data.surveys.some(({ state }) => state === 'enabled');
  } catch (error) {
    if (isZendeskError(error, 'not_found') || isZendeskError(error, 'forbidden')) return false;
    throw error;
  }
}

const NEWER = warning(
  'Zendesk’s newer customer survey is on. Of its answers good and bad are counted, as Zendesk writes them onto the ticket, and nothing else; our own survey after the closing can’t be on beside it',
  `${SCREENS.automations}: open the one that sends it and add under "Meet ALL": ${ONLY_CLOSED}. Or switch the newer survey off, satisfaction ratings on, and run npm run provision -- apply.`,
);

/** Nobody is asked how they were served while their complaint is open. */
export const survey: Check = {
  id: 'survey',
  title: 'Customer survey',
  run: async ({ living, rest }) => {
    const account = await living.objects();
    const others = surveysOfOthers(account);
    const newer = (await hasNewerSurvey(rest)) ? [NEWER] : [];
    if (others.length > 0 || newer.length > 0) {
      const found = others.map(({ id, title }) =>
        warning(
          `the rule "${title}" (${id}) asks customers how they were served, also those whose complaint is still open`,
          `${SCREENS.automations}, or Triggers: open it. ${SPARE_SURVEY}, once npm run provision -- apply has been run. It is yours, and never changed by us.`,
        ),
      );
      return [...newer, ...found];
    }
    return [
      ok(
        account.lacks.ratings
          ? 'satisfaction ratings are off, so customers are not asked'
          : 'customers are asked after their complaint is closed, and not before',
      ),
    ];
  },
};
