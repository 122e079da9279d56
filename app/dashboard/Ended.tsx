import { PlugIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { isForbidden } from './api/api-error.ts';
import type { BoardSay } from './language.ts';
import { BoardPage, Head, Title } from './parts/page.ts';

/** The session is over, or access was taken away: nothing more can be asked, so nothing old is left in sight. */
export function Ended({ error, say }: { error: unknown; say: BoardSay }) {
  const forbidden = isForbidden(error);
  return (
    <BoardPage>
      <Head>
        <Title>
          <h1>{say('page.title')}</h1>
        </Title>
      </Head>
      <div role="alert">
        <Notice icon={<PlugIcon />} title={say(forbidden ? 'over.forbiddenTitle' : 'over.title')}>
          {say(forbidden ? 'over.forbidden' : 'over.text')}
        </Notice>
      </div>
    </BoardPage>
  );
}
