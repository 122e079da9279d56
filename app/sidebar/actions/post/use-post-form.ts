import { useState } from 'react';
import type { Instant } from '../../../../domain/local-date.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { EVENT_NAMES } from '../../views/event-names.ts';
import type { PostFault } from './post-fault.ts';
import { type PostSubject, usePost } from './use-post.ts';
import { usePrint } from './use-print.ts';
import { useRecording } from './use-recording.ts';

export interface PostFormOptions extends PostSubject {
  /** Done first, such as keeping the reason for a delay. @throws RestError */
  readonly before?: (() => Promise<void>) | undefined;
  /** It is recorded as sent. */
  readonly onRecorded?: (() => void) | undefined;
}

/** The state of the form of a letter, and what its two buttons do. */
export function usePostForm({ before, onRecorded, ...subject }: PostFormOptions) {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const post = usePost(subject);
  const print = usePrint();
  const recordIt = useRecording(subject);
  const [fault, setFault] = useState<PostFault>();
  const [blocked, setBlocked] = useState(false);
  const record = (at: Instant): void =>
    void action.run(async () => {
      await before?.();
      await recordIt(post, at);
      announce(say('act.recorded'));
      post.kept.clear();
      onRecorded?.();
      await reload();
    });
  return {
    post,
    action,
    fault,
    blocked,
    wordsAt: (at: PostFault['at']): string | undefined =>
      fault?.at === at ? say(fault.text, { what: fault.what ?? '' }) : undefined,
    mend: () => setFault(undefined),
    async print(): Promise<void> {
      const found = post.printFault();
      setFault(found);
      const { address, text } = post;
      setBlocked(!found && !(await print({ title: say(EVENT_NAMES[subject.kind]), address, text })));
    },
    submit(): void {
      const at = post.postedAt();
      setFault(typeof at === 'number' ? undefined : at);
      if (typeof at === 'number') record(at);
    },
  };
}
