import { useEnvironment } from '../../../ui/Environment.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { type Action, useAction } from '../../use-action.ts';
import { EVENT_NAMES } from '../../views/event-names.ts';
import type { Delay } from '../explain-delay/use-delay.ts';

export interface Doing {
  readonly action: Action;
  /** Puts a message's text into the reply. */
  readonly insert: (message: 'acknowledged' | 'updated') => void;
  /** Opens a form. */
  readonly open: (form: () => void) => void;
}

/** The reason for a delay goes onto the file with the click that ends it. */
export function useDoing(delay: Delay): Doing {
  const { drafts } = useSidebar();
  const { say } = useEnvironment().language;
  const announce = useAnnounce();
  const action = useAction();
  return {
    action,
    insert: (message) =>
      void action.run(async () => {
        await delay.save();
        await drafts.insert(message);
        announce(say('live.inserted', { event: say(EVENT_NAMES[message]) }));
      }),
    open: (form) =>
      void action.run(async () => {
        await delay.save();
        form();
      }),
  };
}
