import { useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { AlertIcon, PlugIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { needsPerson, type View } from '../model/view.ts';
import type { Loaded } from '../use-ticket.ts';
import { CaseView } from './CaseView.tsx';
import { NoneView } from './NoneView.tsx';
import { PhoneView } from './PhoneView.tsx';
import { RecordForm } from './RecordForm.tsx';
import { Retry } from './Retry.tsx';
import { WaitingView } from './WaitingView.tsx';

export interface ViewBodyProps {
  readonly view: View;
  readonly loaded: Loaded;
  readonly onRetry: () => void;
}

/** The view that the ticket's state asks for. */
export function ViewBody({ view, loaded, onRetry }: ViewBodyProps) {
  const { say } = useEnvironment().language;
  const [recording, setRecording] = useState(false);
  switch (view.kind) {
    case 'setup':
      return (
        <Notice icon={<PlugIcon />} title={say('setup.title')} actions={<Retry onRetry={onRetry} />}>
          {say('setup.text')}
        </Notice>
      );
    case 'none':
    case 'phone':
      if (recording) return <RecordForm via={loaded.ticket.via} onCancel={() => setRecording(false)} />;
      return view.kind === 'phone' ? (
        <PhoneView onOtherWay={() => setRecording(true)} />
      ) : (
        <NoneView onRecord={() => setRecording(true)} />
      );
    case 'waiting':
      return <WaitingView />;
    case 'unreadable':
      return (
        <Notice icon={<AlertIcon />} title={say('unreadable.title')} actions={<Retry onRetry={onRetry} />}>
          {say(view.code === 'unknown_version' ? 'unreadable.version' : 'unreadable.malformed')}
        </Notice>
      );
    default:
      return (
        <CaseView
          kind={view.kind}
          record={view.record}
          byPost={view.kind === 'open' && view.byPost}
          needsPerson={needsPerson(loaded.ticket)}
        />
      );
  }
}
