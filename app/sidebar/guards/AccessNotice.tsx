import { useCallback } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon, PersonIcon } from '../../ui/icons.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { showsReplyField } from '../draft/event-mark.ts';
import { type SidebarValue, useSidebar } from '../SidebarContext.tsx';
import { useFetched } from '../use-fetched.ts';
import { type Lacking, lacksTags } from './access.ts';

/** What keeps replies from counting; `by_field`: the drop-down of the form does in place of tags. */
type Obstacle = Lacking | 'by_field' | 'account_by_field';

const WORDS: Readonly<Record<Obstacle, { title: TextKey; text: TextKey }>> = {
  public_replies: { title: 'guard.notesOnly', text: 'guard.notesOnlyText' },
  tags: { title: 'draft.notTaggedTitle', text: 'guard.noTags' },
  account_tags: { title: 'draft.tagsOffTitle', text: 'guard.tagsOff' },
  by_field: { title: 'draft.notTaggedTitle', text: 'guard.byField' },
  account_by_field: { title: 'draft.tagsOffTitle', text: 'guard.byField' },
};

type Known = Pick<SidebarValue, 'host' | 'account' | 'drafts'>;

async function findObstacle({ host, account, drafts }: Known): Promise<Obstacle | undefined> {
  const lacking = await drafts.lacking();
  if (!lacksTags(lacking) || !(await showsReplyField(host, account))) return lacking;
  return lacking === 'account_tags' ? 'account_by_field' : 'by_field';
}

function useObstacle({ host, account, drafts }: Known): Obstacle | undefined {
  const find = useCallback(() => findObstacle({ host, account, drafts }), [host, account, drafts]);
  return useFetched(find).value;
}

/** Tells an agent whose replies would not count why that is, and the way round, before anything is written. */
export function AccessNotice() {
  const { say } = useEnvironment().language;
  const obstacle = useObstacle(useSidebar());
  if (!obstacle) return null;
  const { title, text } = WORDS[obstacle];
  const harmless = obstacle === 'by_field' || obstacle === 'account_by_field';
  return (
    <Notice warning={!harmless} icon={harmless ? <PersonIcon /> : <AlertIcon />} title={say(title)}>
      {say(text)}
    </Notice>
  );
}
