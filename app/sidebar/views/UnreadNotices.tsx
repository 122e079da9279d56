import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon, PlugIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { View } from '../model/view.ts';
import { Retry } from './Retry.tsx';

/** The account lacks what provisioning creates. */
export function SetupNotice({ onRetry }: { onRetry: () => void }) {
  const { say } = useEnvironment().language;
  return (
    <Notice icon={<PlugIcon />} title={say('setup.title')} actions={<Retry onRetry={onRetry} />}>
      {say('setup.text')}
    </Notice>
  );
}

export interface UnreadableNoticeProps {
  readonly code: Extract<View, { kind: 'unreadable' }>['code'];
  readonly onRetry: () => void;
}

/** The ticket's clock record is none that this version can read. */
export function UnreadableNotice({ code, onRetry }: UnreadableNoticeProps) {
  const { say } = useEnvironment().language;
  return (
    <Notice icon={<AlertIcon />} title={say('unreadable.title')} actions={<Retry onRetry={onRetry} />}>
      {say(code === 'unknown_version' ? 'unreadable.version' : 'unreadable.malformed')}
    </Notice>
  );
}
