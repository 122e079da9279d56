import { Busy } from '../../ui/Busy.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { PlugIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { MessageDraftKind } from '../draft/draft.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useRequester } from '../use-requester.ts';
import { useWaiting } from '../use-waiting.ts';
import { EVENT_NAMES } from './event-names.ts';
import { Retry } from './Retry.tsx';

/** Recorded, and the service has not answered yet. The dates appear by themselves. */
export function WaitingView() {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const slow = useWaiting(true, reload);
  const requester = useRequester();
  const byPost = requester !== undefined && !requester.email;
  if (slow) {
    return (
      <Notice
        icon={<PlugIcon />}
        title={say('waiting.slowTitle')}
        actions={<Retry onRetry={() => void reload()} />}
      >
        {say('waiting.slowText')}
      </Notice>
    );
  }
  return (
    <Notice icon={<Busy />} title={say('waiting.title')}>
      {say(byPost ? 'waiting.textPost' : 'waiting.text')}
    </Notice>
  );
}

/** A message has just gone out, and the service has not counted it yet. */
export function SentNotice({ event }: { event: MessageDraftKind }) {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const slow = useWaiting(true, reload);
  const name = say(EVENT_NAMES[event]);
  return slow ? (
    <Notice icon={<PlugIcon />} actions={<Retry onRetry={() => void reload()} />}>
      {say('waiting.sentSlow', { event: name })}
    </Notice>
  ) : (
    <Notice icon={<Busy />}>{say('waiting.sent', { event: name })}</Notice>
  );
}
