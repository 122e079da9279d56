import { useEnvironment } from '../../../ui/Environment.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { recordEvent, type Told } from '../../record/event.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';

export interface Telling {
  readonly busy: boolean;
  readonly failure?: string;
  /** Records what is told, says so, and goes on with `done`: the form is cleared and closed. */
  readonly tell: (told: Told, done: () => void) => Promise<void>;
}

/** Records an event from a form. What fails is said in words, and the form stays as it is. */
export function useTelling(): Telling {
  const { say } = useEnvironment().language;
  const { host, ticketId, reload } = useSidebar();
  const announce = useAnnounce();
  const { run, ...action } = useAction();
  return {
    ...action,
    tell: (told, done) =>
      run(async () => {
        await recordEvent(host, ticketId, told);
        announce(say('act.recorded'));
        done();
        await reload();
      }),
  };
}
