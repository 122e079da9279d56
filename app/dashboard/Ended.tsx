import { PlugIcon } from '../ui/icons.tsx';
import { Page } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { isForbidden } from './api/api-error.ts';
import type { BoardSay } from './language.ts';

/** The session is over, or access was taken away: nothing more can be asked, so nothing old is left in sight. */
export function Ended({ error, say }: { error: unknown; say: BoardSay }) {
  const forbidden = isForbidden(error);
  return (
    <Page role="alert">
      <Notice icon={<PlugIcon />} title={say(forbidden ? 'over.forbiddenTitle' : 'over.title')}>
        {say(forbidden ? 'over.forbidden' : 'over.text')}
      </Notice>
    </Page>
  );
}
