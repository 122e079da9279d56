import { useEffect, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon, PersonIcon } from '../../ui/icons.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { showsReplyField } from '../draft/event-mark.ts';
import { type SidebarValue, useSidebar } from '../SidebarContext.tsx';
import type { Lacking } from './access.ts';

/** What an agent's role lacks; `by_field`: the drop-down of the form does in place of tags. */
type Obstacle = Lacking | 'by_field';

const WORDS: Readonly<Record<Obstacle, { title: TextKey; text: TextKey }>> = {
  public_replies: { title: 'guard.notesOnly', text: 'guard.notesOnlyText' },
  tags: { title: 'draft.notTaggedTitle', text: 'guard.noTags' },
  by_field: { title: 'draft.notTaggedTitle', text: 'guard.byField' },
};

type Known = Pick<SidebarValue, 'host' | 'account' | 'drafts'>;

async function findObstacle({ host, account, drafts }: Known): Promise<Obstacle | undefined> {
  const lacking = await drafts.lacking();
  return lacking === 'tags' && (await showsReplyField(host, account)) ? 'by_field' : lacking;
}

function useObstacle({ host, account, drafts }: Known): Obstacle | undefined {
  const [obstacle, setObstacle] = useState<Obstacle>();
  useEffect(() => {
    let alive = true;
    void findObstacle({ host, account, drafts }).then((found) => alive && setObstacle(found));
    return () => {
      alive = false;
    };
  }, [host, account, drafts]);
  return obstacle;
}

/** Tells an agent whose replies would not count why that is, and the way round, before anything is written. */
export function AccessNotice() {
  const { say } = useEnvironment().language;
  const obstacle = useObstacle(useSidebar());
  if (!obstacle) return null;
  const { title, text } = WORDS[obstacle];
  const harmless = obstacle === 'by_field';
  return (
    <Notice warning={!harmless} icon={harmless ? <PersonIcon /> : <AlertIcon />} title={say(title)}>
      {say(text)}
    </Notice>
  );
}
