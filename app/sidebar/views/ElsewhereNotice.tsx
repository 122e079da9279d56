import { useEnvironment } from '../../ui/Environment.tsx';
import { PenIcon } from '../../ui/more-icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDraftState } from '../draft/use-draft-state.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useSpokenChange } from '../use-spoken.ts';
import { EVENT_NAMES } from './event-names.ts';

/** The reply is open in another page of this browser: written here too, it might be sent twice. */
export function ElsewhereNotice() {
  const { say } = useEnvironment().language;
  const { elsewhere } = useDraftState(useSidebar().drafts);
  const title = elsewhere ? say('draft.elsewhere') : '';
  useSpokenChange(title, title, '');
  if (!elsewhere) return null;
  return (
    <Notice warning icon={<PenIcon />} title={title}>
      {say('draft.elsewhereText', { event: say(EVENT_NAMES[elsewhere]) })}
    </Notice>
  );
}
