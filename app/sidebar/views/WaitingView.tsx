import { Spinner } from '@zendeskgarden/react-loaders';
import type { MessageKind } from '../../../domain/events.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { PlugIcon } from '../../ui/icons.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useWaiting } from '../use-waiting.ts';
import { Retry } from './Retry.tsx';

const SENT: Readonly<Record<MessageKind, TextKey>> = {
  acknowledged: 'step.acknowledgement',
  updated: 'step.update',
  responded: 'step.response',
  adr_letter_sent: 'step.adr_letter',
};

/** Recorded, and the service has not answered yet. The dates appear by themselves. */
export function WaitingView() {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const slow = useWaiting(true, reload);
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
    <Notice icon={<Spinner size="16" delayMS={0} aria-hidden="true" />} title={say('waiting.title')}>
      {say('waiting.text')}
    </Notice>
  );
}

/** A message has just gone out, and the service has not counted it yet. */
export function SentNotice({ event }: { event: MessageKind }) {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const slow = useWaiting(true, reload);
  const name = say(SENT[event]);
  return slow ? (
    <Notice icon={<PlugIcon />} actions={<Retry onRetry={() => void reload()} />}>
      {say('waiting.sentSlow', { event: name })}
    </Notice>
  ) : (
    <Notice icon={<Spinner size="16" delayMS={0} aria-hidden="true" />}>
      {say('waiting.sent', { event: name })}
    </Notice>
  );
}
